"""Fusion: three legacy setups become one, and nobody's right changes in silence (DOMAIN.md part E, ADR 0012)."""
