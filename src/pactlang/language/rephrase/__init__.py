"""Ordinary English to sentences of the language: candidates with what each leaves out, never a guess that counts."""
