"""What people ask and note from day to day: status, would this fit, why, write it down, repair."""
