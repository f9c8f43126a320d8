"""Reading what an old system exports: everything as text, every fault named, no row dropped."""
