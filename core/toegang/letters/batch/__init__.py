"""A batch of letters, step by step; :mod:`toegang.domain.batchverloop` shows the steps at a glance (DESIGN.md §6)."""
