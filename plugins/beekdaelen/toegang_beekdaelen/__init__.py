"""Gemeente Beekdaelen."""
