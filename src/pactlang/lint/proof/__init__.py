"""What can be proven of an agreement: sentences that cannot be kept together, each shown by a log that the checker has judged."""
