"""Other people's file formats, in and out.

``graphml`` exchanges the topology with graph editors such as yEd and Gephi; ``shiviz`` reads and
writes logs of real systems, ``event_tables`` tables of events (CSV); ``kinds`` says what a file is,
``logs`` opens it, ``log_report`` tells its causal facts, ``run_files`` writes a run.

May import every room below ``diagram``. networkx is imported when a file is read or written.
"""
