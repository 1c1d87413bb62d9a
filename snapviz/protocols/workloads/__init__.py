"""What the application does by itself while snapshots are taken."""
