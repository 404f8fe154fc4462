"""What a sentence means: in plain words, with the nearest case that keeps it and the nearest that breaks it."""
