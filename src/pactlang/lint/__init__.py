"""What a wise friend would say about the text of an agreement."""
