"""What an agreement says, typed."""
