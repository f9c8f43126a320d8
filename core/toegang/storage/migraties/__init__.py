"""Migrations of the database of a gemeente, packaged with the code that needs them."""
