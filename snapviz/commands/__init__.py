"""The commands of the command line, a module each: `HELP`, `add_arguments`, `command`.

`run`, `check`, `export`, `new`, `analyze`, `compare`, `diff`, `sweep` and `lesson` stand on
`options` (what can be asked for), `simulating` (a file becomes a run), `logs` (or it is a log),
`output` (results, progress, refusals) and `interruption` (Ctrl-C). `snapviz.cli` calls them.

May import every room below the doors, but at the top of a module only what is light: numpy,
rich, Qt and the rooms that need them are imported when a command is carried out.
"""
