"""The versions of an agreement that git keeps: reading them, merging them, and setting a repository up for them. Only this runs git."""
