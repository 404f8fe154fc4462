"""One canonical layout for agreements: the same words, comments kept, what cannot be read left as it stands."""
