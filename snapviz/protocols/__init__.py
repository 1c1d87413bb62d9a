"""The algorithms, one file each, and the registry that names them.

Protocols never import one another. To add one: write its file, add its line to
``registry``, ship a scenario, test it.

May import: ``causality``, ``scenario``, ``engine``.
"""
