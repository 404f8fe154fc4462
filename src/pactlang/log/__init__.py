"""Logs: reading what happened from every format, and writing it down safely."""
