"""`pact days`: dates to list under a heading `days NAME`."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from pactlang.words.page import out


def command(
    *,
    calendar: Annotated[str, typer.Argument(metavar="[CALENDAR]", help="A calendar of whole days: an .ics file.", show_default=False)] = "",
    country: Annotated[str, typer.Option("--country", metavar="CODE", help="The public holidays of a country, such as DE.")] = "",
    region: Annotated[str, typer.Option("--region", metavar="CODE", help="And of a region of it, such as BE.")] = "",
    years: Annotated[str, typer.Option("--years", metavar="YEARS", help="Which years. Default: this one and two more.")] = "",
) -> None:
    """Print dates to paste under a heading such as: days holidays.

    They are public holidays, or the whole days of a calendar. Nothing is looked up anywhere: what you paste is what you sign, so read it.

    Exit code 0: printed. 2: the calendar or the call is wrong.

    Example: pact days --country DE --region BE --years 2026-2028
    """
    from pactlang.calendars.days import days_in, left_words, public_holidays, years_of
    from pactlang.cli.faults import say_notes
    from pactlang.inputs import InputError

    first, last = years_of(years, date.today().year)  # noqa: DTZ011 - no agreement says whose year
    if bool(calendar) == bool(country):
        raise InputError("say either a calendar or --country")
    if region and not country:
        raise InputError("--region belongs to --country")
    found = days_in(calendar, first, last) if calendar else public_holidays(country, region, first, last)
    say_notes(left_words(found.left, found.timed))
    if not found.dates:
        raise InputError(f"no whole days lie in {calendar} from {first} to {last}")
    out(found.text)
