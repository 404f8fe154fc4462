[
  (pact_block)
  (event_block)
  (state_block)
  (days_block)
  (hours_block)
  (matrix_block)
  (example_block)
  (hope_block)
  (guarantee_block)
  (clause_block)
] @fold
