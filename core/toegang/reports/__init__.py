"""Reports: figures about the work, with their definitions, and never about a person."""
