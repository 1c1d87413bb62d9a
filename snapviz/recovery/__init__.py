"""Rollback recovery: where processes can go on together after a crash."""
