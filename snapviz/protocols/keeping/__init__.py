"""What becomes of the parts of a snapshot once they are complete."""
