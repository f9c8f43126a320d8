"""Gemeente Doetinchem."""
