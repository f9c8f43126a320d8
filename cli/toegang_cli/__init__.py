"""The command line of Toegang."""
