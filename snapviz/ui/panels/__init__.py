"""The panels beside the diagram. May import every lower room and Qt."""
