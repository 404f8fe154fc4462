"""A report that people sit down with: what was kept, how it went over time, what to talk about; as one page, or at a terminal."""
