"""Windows of their own, none of them modal. May import every lower room and Qt."""
