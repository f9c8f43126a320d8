"""The scaffold of a plugin: what ``toegang plugin nieuw`` writes, and ``toegang plugin bijwerken`` renews."""
