"""Calendars: reminders that go out, entries that come in."""
