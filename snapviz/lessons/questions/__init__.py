"""Questions asked of any run: made, marked, and a wrong answer explained.

`question` holds what all share; each kind has a file: `cuts`, `channels`, `vectors`, `orders`,
`recovery`, `markers`, `states`, `linear`, `mistakes`, `outcomes`, `choices`, `survivals`, `syncs`,
`replays`. `registry` names them. Keys come from `causality` and `recovery`; of what was decided, or
added to a clock, from the trace.
"""
