"""What just happened, by which rule: a sentence for each step, and the line of the pseudo-code.

`happenings` reads the steps of a snapshot's capture off the trace, by what control messages say
(`saying`, and `joining` where several share a cut); `rules` finds the line of the protocol's
pseudo-code for each, `sentences` says it with its values, `story` puts these together and tells
agreements too. `pseudo_code` reads the shipped texts. Nothing here asks a protocol: what is said is what the trace says.
"""
