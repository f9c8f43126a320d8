"""What the commands do. Imported only when a command runs."""
