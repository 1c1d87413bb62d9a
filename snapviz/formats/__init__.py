"""Other people's file formats, in and out.

``graphml`` exchanges the topology with graph editors such as yEd and Gephi.

May import: ``scenario``. networkx is imported when a file is read or written.
"""
