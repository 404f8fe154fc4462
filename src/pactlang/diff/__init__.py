"""What a renegotiation changed: texts matched by meaning, for whom it got tighter or looser, and whose yes it needs."""
