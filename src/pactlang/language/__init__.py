"""Text to tree: every line and comment kept, every fault a diagnostic."""
