"""Signing a text, checking who signed which, and saying so."""
