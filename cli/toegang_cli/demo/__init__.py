"""``toegang demo``: four gemeenten at work, on generated or official test persons."""
