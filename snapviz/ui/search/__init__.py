"""Events found by what they say: `strip` is what a person sees, `door` finds and shows them."""
