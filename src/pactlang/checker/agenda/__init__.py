"""What comes next: dates, deadlines and ends of an agreement, worked out in one place for calendars, reports and the day at a glance."""
