"""pactlang: what people have agreed, in plain text, and the tools that keep it honest."""

__version__ = "0.1.0"
