"""What a cell of a spreadsheet says: numbers and moments in the ways in which programs write them.

A cell that can be meant in one way only is read; one that reads two ways is a fault, unless the table says what is meant
(`table_settings`). What looks like neither a number nor a moment stays as it is.
"""

from __future__ import annotations

import re
from decimal import Decimal

from pactlang.log.codes import Code
from pactlang.log.faults import Fault
from pactlang.log.table_settings import TableSettings
from pactlang.log.words import bounded

AMOUNT = "amount"
_MARKS = {".": "point", ",": "comma"}
_SIGN = "[+\u2212-]"  # with the minus that some programs write
_BELOW = ("-", "\u2212")
_NUMBER = re.compile(rf"{_SIGN}?[0-9]+(?:[.,][0-9]+)*").fullmatch
_ONE_MARK = re.compile(rf"{_SIGN}?[0-9]+[.,][0-9]+").fullmatch
_PLAIN = re.compile(r"[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,25})").fullmatch  # reads one way, whatever the mark: most numbers are like this
_UNIT = "(?:[€£$¥]|[A-Z]{3})"
_MONEY = re.compile(
    rf"(?P<open>\()? ?(?P<before>{_SIGN})? ?(?P<first>{_UNIT})? ?(?P<between>{_SIGN})? ?(?P<digits>[0-9][0-9.,'\u2019 ]*?) ?"
    rf"(?P<after>-)? ?(?P<last>{_UNIT})?(?(open) ?\))"
).fullmatch
_ODD_SPACE = re.compile(r"[\u00a0\u2009\u202f]")
_CURRENCIES = {"€": ("EUR",), "£": ("GBP",), "$": ("USD", "AUD", "CAD", "NZD", "HKD", "SGD", "MXN"), "¥": ("JPY", "CNY")}
_FORMS = {
    mark: re.compile(rf"([0-9]+|[1-9][0-9]{{0,2}}(?:[{other}'\u2019 ][0-9]{{3}})+)(?:[{mark}]([0-9]+))?").fullmatch
    for mark, other in ((".", ","), (",", "."))
}

_ORDERS = 'dates = "day first" or dates = "month first"'
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?").fullmatch
_DATE = re.compile(r"([0-9]{1,4})([./-]) ?([0-9]{1,2})\2 ?([0-9]{1,4})(?:(?:,? +|T)(.+))?").fullmatch
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]0+)?)?(?: ?([AaPp])\.?[Mm]\.?)?(Z|[+-][0-9]{2}:[0-9]{2})?").fullmatch
_NAMED = re.compile(r"(?:([0-9]{1,2})[ -]([A-Za-z]{3,9})\.?[ -]|([A-Za-z]{3,9})\.? ([0-9]{1,2}),? )([0-9]{4})(?:,? +(.+))?").fullmatch
_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_SERIAL = re.compile(r"[2-7][0-9]{4}(?:[.,][0-9]+)?").fullmatch


def number_in(cell: str, settings: TableSettings) -> str | int | Decimal:
    """The value of a field: a number where the cell looks like one, unless it is in quotation marks of its own.

    >>> from pactlang.log.table_settings import NOT_SAID
    >>> number_in("45", NOT_SAID), number_in("45.50", NOT_SAID), number_in('"45"', NOT_SAID), number_in("condom", NOT_SAID)
    (45, Decimal('45.50'), '45', 'condom')
    >>> number_in("4,5", TableSettings(decimal=","))
    Decimal('4.5')

    Raises `Fault` for a number that reads two ways.
    """
    if cell.isascii() and cell.isdecimal() and len(cell) < 20:
        return int(cell)
    if settings.decimal != "," and _PLAIN(cell) and len(cell) < 30:
        return Decimal(cell)
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1]
    if not _NUMBER(cell):
        return cell
    digits = cell.lstrip("+-\u2212")
    amount = _read(cell, digits, settings)
    if amount is None and _ONE_MARK(cell):
        raise _other_mark(cell, settings)
    if amount is None:
        return cell  # 31.01.2026, 1.2.3
    if "," in digits and "." not in digits and not settings.decimal:
        message = f"`{cell}` reads two ways: as the number {amount}, and as words."
        raise Fault(Code.TYPE, message, f'{amount}, or """{cell}""" in the file for words, or the table\'s decimal mark in pact.toml')
    return -amount if cell[0] in _BELOW else amount


def amount_in(cell: str, settings: TableSettings) -> tuple[str | int | Decimal, str]:
    """An amount, and its unit where that stands in the same cell. What is no number stays text.

    >>> amount_in("1.080,50 €", TableSettings()), amount_in("(45)", TableSettings(negative="refund"))
    ((Decimal('1080.50'), '€'), (Decimal('-45'), ''))

    Raises `Fault` for a number that reads two ways, and for one below zero where the table does not say what that means.
    """
    if ((cell.isascii() and cell.isdecimal()) or (settings.decimal != "," and _PLAIN(cell))) and len(cell) < 30:
        return signed(Decimal(cell), cell, settings), ""
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1], ""
    money = _MONEY(_ODD_SPACE.sub(" ", cell))
    signs = [money[one] for one in ("open", "before", "between", "after") if money[one]] if money else []
    units = [money[one] for one in ("first", "last") if money[one]] if money else []
    if money is None or len(signs) > 1 or len(units) > 1:
        return cell, ""
    unit = units[0] if units else ""
    amount = _read(cell, money["digits"], settings)
    if amount is None and _ONE_MARK(money["digits"]):
        raise _other_mark(cell, settings)
    if amount is None:
        return cell, ""
    below = bool(signs) and signs[0] != "+"
    return signed(-amount if below else amount, cell, settings), unit


def unit_in(unit: str, said: object) -> str:
    """The currency of an amount, of the unit in its own cell and what the row says elsewhere. Raises `Fault` where they differ.

    >>> unit_in("€", None), unit_in("$", "CAD")
    ('EUR', 'CAD')
    """
    meant = _CURRENCIES.get(unit, (unit,))
    if said in meant:
        return str(said)
    if said is not None:
        raise Fault(Code.UNIT, f"The amount is in {unit}, and the column `field.unit` says `{said}`.", "one of them")
    if len(meant) > 1:
        raise Fault(Code.UNIT, f"`{unit}` does not say which currency.", f"the currency in a column `field.unit`, such as {meant[0]}")
    return meant[0]


def signed(amount: Decimal, cell: object, settings: TableSettings) -> Decimal:
    """An amount with the sign that is meant. Raises `Fault` for one below zero where the table does not say what that means."""
    if settings.negative == "paid":
        return -amount if amount else amount
    if amount < 0 and not settings.negative:
        message = f"The amount `{cell}` is below zero: money that came back, or money that was paid, as a bank writes it?"
        paid = str(cell).strip("()+-\u2212 ")
        raise Fault(Code.AMOUNT, message, f'{paid}; or under [table] in pact.toml: negative = "refund" or negative = "paid"')
    return amount


def moment_in(cell: str, settings: TableSettings) -> str:
    """A moment (or a bare time) as a log writes it; a cell that is none stays as it is, for whoever checks the record to say.

    >>> moment_in("31.01.2026 18:00:00", TableSettings()), moment_in("9:30 PM", TableSettings())
    ('2026-01-31T18:00:00', '21:30')
    >>> moment_in("01/05/2026", TableSettings(dates="month first"))
    '2026-01-05'

    Raises `Fault` for a date that reads two ways.
    """
    if _ISO(cell):
        return cell
    if _CLOCK(cell):
        return _clock(cell) or cell
    plain = _ODD_SPACE.sub(" ", cell)
    parts = _DATE(plain)
    if parts is None and (named := _NAMED(plain)):
        month = (named[2] or named[3]).lower()
        number = next((place for place, name in enumerate(_MONTHS, 1) if name.startswith(month)), 0)
        return _with_clock(cell, _iso(named[5], str(number), named[1] or named[4]), named[6])
    if parts is None:
        if _SERIAL(cell):
            message = f"`{cell}` is a date as a spreadsheet counts its days."
            raise Fault(Code.DATE, message, "the column in the format YYYY-MM-DD HH:MM, and the table saved again")
        return cell
    return _with_clock(cell, _date(cell, parts[1], parts[2], parts[3], parts[4], settings), parts[5])


def date_in(cell: str, settings: TableSettings) -> str:
    """A date as a log writes it. A midnight behind it, as programs add one, means nothing. Raises `Fault` as `moment_in` does.

    >>> date_in("31.01.2026 00:00:00", TableSettings())
    '2026-01-31'
    """
    moment = moment_in(cell, settings)
    return moment[:10] if moment[10:] in ("T00:00", "T00:00:00", " 00:00", " 00:00:00") else moment


def _read(cell: str, digits: str, settings: TableSettings) -> Decimal | None:
    """The number that digits and marks say, or None. Raises `Fault` where they say two, or one too long."""
    read: dict[str, Decimal] = {}
    for mark in settings.decimal or ".,":
        found = _FORMS[mark](digits)
        if found:
            whole = re.sub("[^0-9]", "", found[1])
            read[mark] = bounded(Decimal(f"{whole}.{found[2]}" if found[2] else whole))
    values = sorted(set(read.values()))
    if len(values) < 2:
        return next(iter(read.values()), None)
    small, large = (format(one, "f") for one in values)
    message = f"`{cell}` reads two ways: as {large} and as {small.rstrip('0')}."
    mark = next(mark for mark, one in read.items() if one == values[0])
    plain = small.rstrip("0") if len(small.rstrip("0").partition(".")[2]) != 3 else f"{small}0"
    raise Fault(Code.TYPE, message, f'{large} or {plain}; or the decimal mark under [table] in pact.toml, such as decimal = "{mark}"')


def _other_mark(cell: str, settings: TableSettings) -> Fault:
    said = _MARKS[settings.decimal] if settings.decimal else "point"
    other = cell.replace(",", ".") if settings.decimal == "." else cell.replace(".", ",")
    message = f"`{cell}` is not a number with a decimal {said}, which pact.toml names for this table."
    return Fault(Code.TYPE, message, f'`{other}`, or """{cell}""" in the file for words')


def _date(cell: str, first: str, mark: str, middle: str, last: str, settings: TableSettings) -> str:
    """A date in ISO form; nothing where there is no such date. Raises `Fault` where two are meant."""
    if len(first) == 4:
        return _iso(first, middle, last)
    if len(last) == 2 and len(first) < 3 and settings.dates:
        last = f"20{last}"
    elif len(last) == 2 and len(first) < 3:
        message = f"The year of `{cell}` has two digits."
        raise Fault(Code.DATE, message, f"a date such as 2026-01-09; or under [table] in pact.toml: {_ORDERS}")
    if len(last) != 4 or len(first) > 2:
        return ""
    day_first, month_first = _iso(last, middle, first), _iso(last, first, middle)
    if settings.dates:
        return day_first if settings.dates == "day first" else month_first
    if mark == ".":
        return day_first
    if day_first and month_first and day_first != month_first:
        message = f"`{cell}` reads two ways: as {day_first} and as {month_first}."
        raise Fault(Code.DATE, message, f"one of them; or under [table] in pact.toml: {_ORDERS}")
    return day_first or month_first


def _iso(year: str, month: str, day: str) -> str:
    return f"{year}-{int(month):02}-{int(day):02}" if 1 <= int(month) <= 12 and 1 <= int(day) <= 31 else ""


def _with_clock(cell: str, day: str, clock: str | None) -> str:
    """A date with the time behind it; the cell as it is where one of them is none."""
    if not day or clock is None:
        return day or cell
    read = _clock(clock.strip())
    return f"{day}T{read}" if read else cell


def _clock(text: str) -> str:
    """A time as a log writes it; nothing where it is none."""
    parts = _CLOCK(text)
    if parts is None:
        return ""
    hour, half = int(parts[1]), (parts[4] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{parts[2]}{f':{parts[3]}' if parts[3] else ''}{parts[5] or ''}"
