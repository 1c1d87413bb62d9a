"""The algorithms, a file each or, of a large one, for each role, and the registry that names them.

Protocols never import one another. To add one: write its file, add its line to
``registry``, ship a scenario, give it a section in the help, test it.

May import: ``causality``, ``scenario``, ``engine``.
"""
