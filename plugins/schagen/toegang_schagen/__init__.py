"""Gemeente Schagen."""
