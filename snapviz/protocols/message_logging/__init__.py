"""How what was received can be had again after a crash, one file per method."""
