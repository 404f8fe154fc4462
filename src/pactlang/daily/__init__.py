"""What people ask and note from day to day: would this fit, what does it start, write it down."""
