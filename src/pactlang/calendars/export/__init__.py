"""Reminders for any calendar: iCalendar files that people's own programs show, discreet unless asked otherwise."""
