"""Plain English for sentences, findings and dates, and the page at a terminal."""
