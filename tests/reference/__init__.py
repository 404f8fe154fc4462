"""A slow, obvious checker written from the language page alone, and the properties that hold the fast one to it."""
