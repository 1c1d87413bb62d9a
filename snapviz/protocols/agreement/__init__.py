"""Ways to agree, all or none, on whether a snapshot is committed."""
