"""Plugins: discovery by name, the typed board of one gemeente, and the standard answers."""
