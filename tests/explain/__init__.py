"""Sentences in plain words, with their nearest cases."""
