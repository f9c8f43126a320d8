"""What stays and what goes: the list of what is due, and what is handed to an archive (MDTO in a BagIt bag)."""
