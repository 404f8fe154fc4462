"""Short logs that the checker itself judges: what shows a difference between two sentences, or between kept and broken."""
