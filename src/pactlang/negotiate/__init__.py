"""What a renegotiation changed: texts matched by meaning, directions found by short logs that the checker itself judges."""
