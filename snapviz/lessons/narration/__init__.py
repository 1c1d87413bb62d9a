"""What just happened, by which rule: a sentence for each step, and the line of the pseudo-code.

Of a snapshot: `happenings` reads the steps of its capture off the trace, by what control messages
say (`saying`, and `joining` where several share a cut); `rules` finds the line of the protocol's
pseudo-code for each, `sentences` says it with its values; `keeping` tells how its parts are
gathered and copied.

Of a whole run, each `Telling` finds the steps and says them: `checkpointing`, `koo_toueg` (over
`round_checkpoints`) and `collecting`, `message_logs` and `sender_based`, `recovering`,
`clock_setting`, `clock_syncs` and `berkeley`, `ordering` (causal delivery), `repeating`; those with
control messages of their own are `routed`.

`story` knows what there is to tell of a run. `pseudo_code` reads the shipped texts. Nothing here
asks a protocol: what is said is what the trace says.
"""
