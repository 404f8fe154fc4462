"""What editors and pages colour: the words of the language, and lexers made from them."""
