"""When processes save their states on stable storage, one file per policy."""
