"""The bar below the diagram: buttons, time, speed, density. May import Qt."""
