"""Gemeente Zwolle."""
