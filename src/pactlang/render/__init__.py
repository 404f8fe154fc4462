"""Results in words: one file a format, for all commands."""
