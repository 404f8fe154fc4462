"""One file for each sentence form."""
