"""From what an old system calls it to what the new gemeente calls it: mapping files, reviewed by people."""
