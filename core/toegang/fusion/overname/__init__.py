"""Step 6 and 9: taking over into the new gemeente, slice by slice, with where everything came from; and back again."""
