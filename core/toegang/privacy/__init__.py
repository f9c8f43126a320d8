"""What residents may see of their own file, and get a copy of."""
