"""Entries from a calendar that people share: what to take is said in a few rules, and nothing is written unseen."""
