"""What people say for `encounters with at most 3 different people per month`: `dates with no more than three different people a month`."""

from __future__ import annotations

import re

_DIFFERENT = re.compile(
    r"(?:\bwith\s+)?(?P<bound>at most|no more than|not more than|max\.?|maximum|up to)\s+(?P<number>\w+)\s+"
    r"(?:different|distinct)\s+(?:people|persons|partners|others)\b",
    re.IGNORECASE,
)
_CAP = re.compile(r"at most (?P<number>\S+) (?P<what>\S+(?: .*?)?) (?P<window>per \w+|in any [\w‹›]+ [\w‹›]+)(?P<rest>.*)")


def of_people(line: str) -> str:
    """A line about how many different people as one about how many times; the line itself where it is none.

    >>> of_people("dates with no more than three different people a month")
    'dates at most three times a month'
    """
    return _DIFFERENT.sub(lambda found: f"at most {found['number']} times", line, count=1)


def with_people(line: str) -> str:
    """A limit of events as one of the people whom they are with; nothing where it is no such limit.

    >>> with_people("at most 3 encounters by each party per month")
    'encounters by each party with at most 3 different people per month'
    """
    found = _CAP.fullmatch(line)
    if found is None or " with " in f" {found['what']}{found['rest']} ":
        return ""
    return f"{found['what']} with at most {found['number']} different people {found['window']}{found['rest']}"
