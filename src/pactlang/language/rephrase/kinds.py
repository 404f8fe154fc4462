"""What the parts of a sentence look like in ordinary English, and how the language writes each."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from pactlang.language.rephrase.dated import MONTHS
from pactlang.language.rephrase.rules import last_of
from pactlang.language.rephrase.spelling import UNITS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


_DAY, _UNIT, _MONTH = "|".join(WEEKDAYS), "|".join(UNITS), "|".join(MONTHS)
_LENGTH = rf"\d+ (?:{_UNIT})s?"
_CLOCK = r"\d\d:\d\d"
_DATE = r"\d{4}-\d\d-\d\d"
_NTH = "first|second|third|fourth|fifth|last"
_ANYDAY = rf"(?:{_DAY})s?"
_DAYS = rf"(?:weekdays|weekends|{_ANYDAY}(?: (?:through|or|and|,) {_ANYDAY})*)"
_ON_RHYTHM = rf"(?: on (?:day \d+|the last day|the (?:{_NTH}) (?:{_DAY})|\d+ (?:{_MONTH})|{_DAYS}))?"
_BY_RHYTHM = rf"(?: by (?:day \d+|the last day|\d+ (?:{_MONTH})|{_CLOCK}|{_ANYDAY}(?: at {_CLOCK})?)(?: at {_CLOCK})?)?"
_AFTER_RHYTHM = rf"(?: (?:at|around) {_CLOCK})?(?: for {_LENGTH})?(?: give or take {_LENGTH})?"
AMOUNT = " ".join(["where", "amount", "is"])  # in the words of the language
_OTHERS = "the others|the other(?: (?:one|party|parent|partner))?|others|everyone else|everybody else|each other"
TELLING = frozenset(["tell", "tells", "told", "inform", "informs", "ask", "asks", "call", "calls", "notify", "message", "text"])
_OUTSIDER = r"(?-i:[A-Z][\w-]+)"  # a name, where no party has it
CONTRARY = "contrary"
_NO_SOONER = "(?:, )?(?:but |and )?(?:no (?:sooner|earlier) than|not (?:before|sooner than|earlier than|in the first|within the first))"


_MEETING = "|".join(f"(?<={word} )" for word in ("see", "sees", "meet", "meets", "date", "dates", "visit", "visits", "seeing", "meeting"))
_TOLD_ALL = "(?:(?<=tell )|(?<=tells )|(?<=inform )|(?<=ask ))(?:everyone|all|us all)"
_RELATIVES = "brother|sister|mother|father|mum|mom|dad|friend|partner|parents"
TOLD_TO = "told"


PLACED = "place"  # of any name, unless the agreement has an event of that name
_NO_PLACE = (
    r"(?:new|old|same|next|first|second|third|last|other|others|end|way|meantime|beginning|start|middle|case|group|rest|calendar|phone|agenda|rota"
    r"|list|machine|book|folder|box|chart|app|diary|document|channel|system|group|bank|pot|mornings?|afternoons?|evenings?|nights?|days?|weeks?|months?|years?|weekends?|summer|winter|spring|autumn|holidays?|account"
    rf"|past|future|course|name|one|two|{_DAY}|{_MONTH})\b"
)
_ROOM = r"(?:(?:living|meeting|common|waiting|dining|guest|spare|play|conference|front|back) )?[a-z][a-z-]+"
_PLACES = "bedroom|kitchen|bathroom|garden|garage|bed|office|session|dinner|lunch|breakfast|car|house|flat|meals|meetings|class"


_NO_PARTY = "sponsor|landlord|landlady|therapist|doctor|counsellor|school|bank|boss|manager|teacher|lawyer|midwife|coach|babysitter"
_STARTING = "(?:starting from|starting on|starting|beginning on|beginning|as of|as from|from)"
_FROM, _TO = "(?:from|between)", "(?:to|until|till|through|and)"
_SEASONS = (
    ("spring", "1 March", "31 May"),
    ("summer", "1 June", "31 August"),
    ("(?:autumn|fall)", "1 September", "30 November"),
    ("winter", "1 December", "29 February"),
)


_Kind = tuple[str, "re.Pattern[str]", "Callable[[re.Match[str]], str]", tuple[str, ...]]


def _where(name: str) -> str:
    """How a filter on what an entry says of itself begins, in the words of the language."""
    return " ".join(["where", name, "is"])


def _so_long_from(number: int, unit: str, start: str) -> str:
    """`for 90 days from 2026-09-07`: the first date and the last."""
    last = date.fromisoformat(start) + timedelta(days=number * (7 if unit == "week" else 1) - 1)
    return f"only from {start} until {last}"


def _dated(day: str, month: str) -> str:
    """A date without a year, which nobody said."""
    return f"‹2026-{MONTHS.index(month.capitalize()) + 1:02}-{int(day):02}›"


def _placed(match: re.Match[str]) -> str:
    return f'at "{match[1]}"' if " " in match[1] else f"at {match[1]}"


def _from_month_to(match: re.Match[str]) -> str:
    """A month, or one month to another; two months that are not next to each other are told as left out."""
    return f"only between 1 {match[1]} and {last_of(match[2] or match[1])}"


def _month_day(number: str) -> str:
    return re.sub(r"\D", "", number)


def _days(text: str) -> str:
    days = re.sub(rf"\b({_DAY})s\b", r"\1", text)
    return re.sub(r" (?:,|and) ", " or ", days) if " through " not in days else days


def _patterns(who: str) -> list[tuple[Any, ...]]:
    """Each kind with what it looks for, and how the language writes it; of two that begin at one word, the earlier here is taken.

    What is written is a template for the groups, None for the words as they are, or a function of the match; then, if the template does not
    show them in ‹brackets›, what of it nobody said.
    """
    return [
        ("by", r"by at least \d+ of (?:us|the others)", None),
        ("turn", r"(?:in|by) turns?|tak(?:e|es|ing) turns(?: with)?|alternat\w+|rotat\w+|in rotation", "in turn"),
        ("gap", rf"at least ({_LENGTH}) between", "at least {} between"),
        (
            "ahead",
            rf"(?:at least )?({_LENGTH}) (?:ahead|before(?! \d\d:\d\d)|in advance|beforehand|earlier|notice|prior)(?: of| to)?",
            "at least {} ahead",
        ),
        ("ahead", rf"by ({_CLOCK}) (?:on )?(?:the day before|on-the-eve)", "by {} the day before"),
        ("ahead", "by on-the-eve", "by ‹20:00› the day before"),
        ("last", rf"within the last {_LENGTH}", None),
        (
            "within",
            rf"(?:between )?(\d+) (?:((?:{_UNIT})s?) )?(?:to|and|-|–) ({_LENGTH}) (?:after|afterwards|later|after that)",
            lambda m: f"within {m[3]}, but no sooner than {m[1]} {m[2] or m[3].split()[1]} after",
        ),
        (
            "sooner",
            rf"{_NO_SOONER} ({_LENGTH})(?: (?:after|afterwards|later|after that|have passed))?|({_LENGTH}) (?:after )?at the earliest",
            lambda m: f"but no sooner than {m[1] or m[2]} after",
        ),
        ("within", rf"(?:within|in|in under|no later than|after at most) ({_LENGTH})(?: of)?", "within {}"),
        (
            "within",
            r"(?:within|in|in under|no later than|after at most) (\d+) (working|business|school)[ -]days?(?: of)?",
            lambda m: f"within {m[1]} {m[2]}-day{'' if m[1] == '1' else 's'}",
        ),
        ("within", rf"by ({_CLOCK}) (?:on )?(?:the )?(next|same) day", "by {} the {} day"),
        ("within", r"within a (?:couple of|few) (hours|days|weeks)", "within ‹2 {}›", ("2 days",)),
        ("within", r"(?:the |on the )?(same|next) (?:day|evening)", "by 23:59 the {} day"),
        ("within", r"(?:immediately|at once|as soon as possible|asap|right away|soon|promptly)", "within ‹24 hours›"),
        ("limit", r"on at (most|least) (\d+) (nights|days)(?: (?:of|with))?", "at {} {} {} of"),
        ("hours", rf"at (most|least) ({_LENGTH})(?: of)?", "at {} {}"),
        ("amount", r"at (most|least) (\d+(?:\.\d+)?) ((?-i:[A-Z]{3})|km)(?: of| on| for)?", "at {} {} {}"),
        ("limit", r"(?:on )?at (most|least) (\d+) (nights|days)(?! (?:out|away|over|off|at)\b)(?: (?:of|with))?", "at {} {} {} of"),
        ("limit", r"at (most|least) (\d+)(?: times| of)?", "at {} {}"),
        ("where", r"(?:over|above|more than|from) (\d+(?:\.\d+)?) ((?-i:[A-Z]{3}))", f"{AMOUNT} more than {{}}"),
        ("where", r"(?:under|below|less than) (\d+(?:\.\d+)?) ((?-i:[A-Z]{3}))", f"{AMOUNT} less than {{}}"),
        (
            "where",
            r"(?:over|above|more than|further than) (\d+) (miles|kilometres|km|people|guests|pages|lines|metres)(?: away)?",
            lambda m: f"{_where(m[2])} more than {m[1]}",
        ),
        (
            "where",
            r"(above|over|below|under) (\d+)(?: (degrees))?$",
            lambda m: f"{_where(m[3] or 'level')} {'more' if m[1] in ('above', 'over') else 'less'} than {m[2]}",
        ),
        ("where", r"where \S+ is(?: not)? (?:(?:more than|less than|at least|at most) )?\S+", None),
        ("money", r"(\d+(?:\.\d+)?) ((?-i:[A-Z]{3}))", "{}"),
        ("lasting", rf"(?:lasting more than|longer than|more than|over) ({_LENGTH})(?: of)?", "lasting more than {}"),
        ("lasting", rf"(?:lasting less than|shorter than|less than|under) ({_LENGTH})", "lasting less than {}"),
        ("length_per", rf"(?:for )?({_LENGTH}) (?:per|a|each|every) (day|week|month|year)", "{} {}"),
        ("times", r"(\d+) times|(once)|(twice)", lambda m: m[1] or ("1" if m[2] else "2")),
        ("per", r"(?:per|a) (day|week|month|quarter|year)", "per {}"),
        ("per", r"(?:an|each|every) (day|week|month|quarter|year)(?= |$)(?! on| at| by)", "per {}"),
        ("per", r"(?:per|a|each) (weekend)", "on weekends per week"),
        ("roll", r"in a row|one after another", "in any ‹4 days›"),
        ("roll", rf"in any {_LENGTH}", None),
        ("every", rf"every (?:{_LENGTH}|{_UNIT}){_ON_RHYTHM}{_BY_RHYTHM}{_AFTER_RHYTHM}", None),
        ("every", rf"every {_DAYS}{_AFTER_RHYTHM}", lambda m: every_day(m.group())),
        ("span", rf"(?:only )?from ({_DATE}) (?:until|to|till) ({_DATE})", "only from {} until {}"),
        ("span", rf"(?:only )?(?:until|till) ({_DATE})", "only until {}"),
        ("span", rf"(?:with |and )?(?:a )?({_LENGTH}) (?:of )?grace(?: period)?", "grace {}"),
        ("span", rf"for (\d+) (day|week)s? {_STARTING} ({_DATE})", lambda m: _so_long_from(int(m[1]), m[2], m[3])),
        ("span", rf"(?:only )?{_STARTING} ({_DATE})(?: on| onwards)?", "only from {}"),
        ("span", rf"(?:only )?{_FROM} (\d+) {_TO} (\d+) ({_MONTH})", lambda m: f"only between {m[1]} {m[3]} and {m[2]} {m[3]}"),
        ("span", rf"(?:only )?{_FROM} (\d+ (?:{_MONTH})) {_TO} (\d+ (?:{_MONTH}))", "only between {} and {}"),
        ("span", rf"(?:only )?{_FROM} ({_MONTH}) {_TO} ({_MONTH})", lambda m: f"only between 1 {m[1]} and {last_of(m[2])}"),
        ("span", rf"({_MONTH}) (?:to|until|till|through) ({_MONTH})", _from_month_to),
        ("span", rf"(?:only )?(?:in|during) ({_MONTH})(?: (?:to|until|till|through|and) ({_MONTH}))?", _from_month_to),
        ("span", r"(?:only )?(?:in|on|during) (odd|even) (?:calendar )?(weeks|months|years)", "only in {} {}"),
        ("span", r"(?:in )?(?:every|each) (odd|even) (week|month|year)", "only in {} {}s"),
        *(("span", rf"(?:only )?(?:in|during)(?: the)? {season}", f"only between ‹{a}› and ‹{b}›") for season, a, b in _SEASONS),
        ("span", rf"(?:after|from|since|as of) (\d+) ({_MONTH})", lambda m: f"only from {_dated(m[1], m[2])}"),
        ("span", rf"until (?:the end of )?(?:{_MONTH})", "only until ‹2026-12-31›"),
        ("span", rf"(?:(?:for|in|during|within) )?(?:the |their |our )?first {_LENGTH}", "only until ‹2026-12-31›"),
        ("span", rf"for (?:the )?(?:first|next) {_LENGTH}", "only until ‹2026-12-31›"),
        ("date", rf"(?:by|on|before) ({_DATE})(?: at ({_CLOCK}))?", lambda m: m.group().replace("before", "by")),
        (
            "date",
            rf"(?:(by|on|before) )?(?:the )?(\d+)(?:st|nd|rd|th)? (?:of )?({_MONTH}) (\d{{4}})(?: at ({_CLOCK}))?",
            lambda m: (
                f"{'by' if m[1] in ('by', 'before') else 'on'} {m[4]}-{MONTHS.index(m[3].capitalize()) + 1:02}-{int(m[2]):02}"
                + (f" at {m[5]}" if m[5] else "")
            ),
        ),
        ("date", rf"on (?:the )?(\d+)(?:st|nd|rd|th)? (?:of )?({_MONTH})", lambda m: f"on {_dated(m[1], m[2])}", ("2026-12-31",)),
        ("date", rf"on ({_MONTH}) (\d+)(?:st|nd|rd|th)?", lambda m: f"on {_dated(m[2], m[1])}", ("2026-12-31",)),
        ("give", rf"give or take {_LENGTH}", None),
        ("at", r"(?:on|in|at) (?:the )?(facebook|instagram|whatsapp|tiktok|twitter|slack|internet)", lambda m: f"at {m[1]}"),
        ("at", r"(?:on|in|at) (?:the |our )?((?:group|family|house|team) (?:chat|channel))", 'at "{}"'),
        ("at", r"at ((?-i:[A-Z])\w+'s (?:door|house|place|flat|room|office|parents|work|home))", 'at "{}"'),
        ("clock", rf"(?:(?:starting|ending) )?between {_CLOCK} and {_CLOCK}", None),
        ("clock", rf"(?:from )?({_CLOCK}) (?:to|until|till) ({_CLOCK})", "between {} and {}"),
        ("clock", rf"(?:after|from|later than|past) ({_CLOCK})", "between {} and ‹06:00›"),
        ("clock", rf"(?:before|until|earlier than) ({_CLOCK})", "between ‹00:00› and {}"),
        ("clock", r"after dark", "between ‹21:00› and ‹06:00›"),
        ("clock", r"at night|in the night|by night", "between ‹22:00› and ‹06:00›"),
        ("clock", r"(?:in|on|during) the morning|every morning|(?<=day )mornings?", "between ‹06:00› and ‹12:00›"),
        ("clock", r"(?:in|on|during) the afternoon|(?<=day )afternoons?", "between ‹12:00› and ‹18:00›"),
        ("clock", r"(?:in|on|during) the evening|(?<=day )evenings?", "between ‹18:00› and ‹00:00›"),
        ("clock", r"(?<=day )nights?", "between ‹22:00› and ‹06:00›"),
        ("byclock", rf"by ({_CLOCK})", "by {} the same day"),
        ("at_clock", rf"(?:at )?({_CLOCK})", "at {}"),
        (
            "monthday",
            r"(?:on |by )?(?:the )?(\d+)(?:st|nd|rd|th)(?: of (?:each|every|the) month| each month| every month)?",
            lambda m: _month_day(m[1]),
        ),
        (CONTRARY, r"not (at (?!all|night|least|most)[a-z-]+|on weekends|on weekdays|tagged \S+|with (?:anyone|someone new))", "not {}"),
        (CONTRARY, rf"not (with {_OUTSIDER})", "not {}"),
        (CONTRARY, r"without protection", None),
        ("new", r"(?:with )?(?:someone|somebody|anyone|a person) new", "with someone new"),
        ("samep", r"(?:with|for) the same (?:person|partner|guest|friend)|per guest|per person with", "with each person"),
        ("by", rf"by ({who})", lambda m: f"by {_who(m[1])}"),
        ("others", rf"to (?:all|everyone|everybody|all of us|me|us)|{_TOLD_ALL}|(?:to )?(?:{_OTHERS})", "to the others"),
        ("with", r"with (anyone tagged \S+|someone new|anyone|each person|the same person)", None),
        ("with", rf"to (?:the |my |our |his |her |their )?({_NO_PARTY})", "with {}"),
        ("with", rf"(?:with|from) ((?!(?:{_MONTH}|{_DAY})\b){_OUTSIDER}(?: or {_OUTSIDER})*)", "with {}"),
        ("tagged", r"(?<!never )(?<!left )(?<!is )(?<!be )alone$", "tagged alone"),
        ("tagged", r"tagged \S+(?: (?:and|or) \S+)*", None),
        (
            "tagged",
            r"about (?:the |our |my |his |her )?(?!it\b|this\b|that\b|them\b|us\b|me\b|each\b|him\b|her\b|\d)([a-z][a-z-]+)",
            "tagged {}",
        ),
        (
            "on",
            r"on (school|working|business|work)[ -]days?",
            lambda m: f"on {m[1].replace('work', 'working').replace('workinging', 'working')}-days",
        ),
        ("on", r"(?:on )?(?:(?:school|work|week) nights|weeknights)", "on Sunday through Thursday"),
        ("on", r"(school|working)[ -]days", "on {}-days"),
        ("on", rf"(?:on |at )?({_DAYS})", lambda m: f"on {_days(m[1])}"),
        ("at", r"at (home|work|school)|(?:inside|indoors|in the (?:house|flat|home))", lambda m: f"at {m[1] or 'home'}"),
        (
            "at",
            rf"(?:in|at) (?:the |our |my |his |her )?({_PLACES})(?: table)?(?: or (?:in |at )?(?:the )?({_PLACES}))?",
            lambda m: f"at {m[1]} or {m[2]}" if m[2] else f"at {m[1]}",
        ),
        (
            "at",
            r"(?:in|at) (?:the |our )((?:shared|common|family|living|children's|guest) (?:flat|house|home|room|bathroom|kitchen))",
            'at "{}"',
        ),
        ("at", r"at ((?:his|her|my|our|their|your) (?:place|parents|flat|house))", 'at "{}"'),
        ("at", rf"at ((?:his|her|my|our|their|your) (?:{_RELATIVES}))(?:'s|’s)?", lambda m: f'at "{m[1]}\'s"'),
        (PLACED, rf"(?:in|at|on|inside) (?:the|our|my|your|his|her|their) (?!{_NO_PLACE})({_ROOM}(?! of))", _placed),
        ("while", r"while (?!(?:the|an?|my|our|his|her|we|s?he|they|it|i|you|one|some\w+|any\w+)\b)[^\W\d][\w-]*", None),
        ("only", r"only", None),
        ("both", r"by (?:both|all)", "by everyone"),
        (
            "who",
            r"each (?:of us|person|party|one|parent)|per person|per head|by each|each$|each(?= (?:does|has|gets|pays|must))",
            "by each party",
        ),
        ("who", r"everyone|all of us|both of us|we all|we both|all parties|together|all", "by everyone"),
        ("who", r"some(?:one|body)|anyone|one of us|anybody|either of us", "by anyone"),
        (
            "no",
            (
                r"(?:must |should |may |can |do |does |is |are |will )?(?:never|not)(?: be| left| any)?|no|none|nobody|no one"
                r"|nothing(?= (?:over|above|more than|after|before|on|in|at|between|during)\b)"
            ),
            "no",
        ),
        (
            "at",
            (
                r"at (?:the |our |my |a |his |her |their )?(?!(?:least|most|all|once|night|first|any|times?|\w+ly)\b)"
                rf"(?!{_NO_PLACE})([a-z][a-z'-]+)(?! (?:of|before))"
            ),
            "at {}",
        ),
        ("length", rf"{_LENGTH}", None),
    ]


def _kind(kind: str, said: str, written: str | Callable[[re.Match[str]], str] | None, holes: tuple[str, ...] = ()) -> _Kind:
    pattern = re.compile(rf"(?<!\S)(?:{said})(?!\S)", re.IGNORECASE)
    if written is None:
        return kind, pattern, re.Match.group, holes
    if isinstance(written, str):
        return kind, pattern, partial(_filled, written), holes or tuple(re.findall("‹([^{}›]+)›", written))
    return kind, pattern, written, holes


def _filled(template: str, match: re.Match[str]) -> str:
    return template.format(*(group or "" for group in match.groups()))


def _to_or_by(match: re.Match[str]) -> str:
    """Whether somebody hears or acts: `tell Sam`, `Sam tells`."""
    before = match.string[: match.start()].split()
    return "to" if before and before[-1].casefold() in TELLING else "by"


def every_day(text: str) -> str:
    """Days after `every`.

    >>> every_day("every weekdays"), every_day("every Sundays and Mondays")
    ('every Monday through Friday', 'every Sunday and Monday')
    """
    text = text.replace("every weekdays", "every Monday through Friday").replace("every weekends", "every Saturday and Sunday")
    return re.sub(rf"\b({_DAY})s\b", r"\1", text)


def _who(text: str) -> str:
    if text == "all":
        return "everyone"
    if text in ("another", "another party", "someone else"):
        return "the others"
    if text == "the same":
        return "the same party"
    return re.sub(r" ?, (?:and |or )?", " and " if " or " not in text else " or ", text)


# Before the name of hours, these say the contrary or something else: `no calls outside working hours`.
_NOT_IN = "".join(
    f"(?<!{word} )" for word in ("outside", "outside of", "outside the", "outside our", "before", "after", "except", "unless", "than")
)
# Whoever is seen in a photo did not take it.
_PHOTO = "(?:" + "|".join(f"(?<={one} )|(?<={one}s )" for one in ("photo", "picture", "video", "recording", "screenshot", "film")) + ")"


@lru_cache(maxsize=16)
def kinds_of(
    parties: tuple[str, ...], days: tuple[str, ...], hours: tuple[str, ...], people: tuple[str, ...], tags: tuple[str, ...]
) -> list[_Kind]:
    """All kinds for what an agreement calls things, in the order in which they are looked for."""
    two, found, shown, rest = _of_parties(parties, days, hours)
    return [*_outside(people, tags), *two, shown, *found, *rest]


@lru_cache(maxsize=16)
def _of_parties(
    parties: tuple[str, ...], days: tuple[str, ...], hours: tuple[str, ...]
) -> tuple[list[_Kind], list[_Kind], _Kind, list[_Kind]]:
    """The kinds that hang on no people outside, who may differ from line to line."""
    names = "|".join(map(re.escape, sorted(parties, key=len, reverse=True))) or r"(?!)"
    some = rf"(?:{names})(?:(?: ,)? (?:and|or) (?:{names})| , (?:{names}))*"
    some_way = "everyone|anyone|each party|the same party|the same|the others|each who was addressed"
    some_way += r"|at least \d+ of (?:us|the others)|fewer than \d+ of us"
    who = rf"{some_way}|another party|another|someone else|all|{some}"
    named = ("party", re.compile(rf"(?<!\S)(?:(to|with|for) )?({some})(?!\S)"), lambda m: f"{m[1] or _to_or_by(m)} {_who(m[2])}", ())
    many = f"(?:{len(parties)}|{'two' if len(parties) == 2 else 'three' if len(parties) == 3 else 'four'})"
    us = rf"(?:(?:the |all |all the )?{many} of us|us {many})"
    all_of_us = re.compile(rf"(?<!\S)(?<!of )(?:just |only )?(?:by )?{us}(?!\S)", re.IGNORECASE)
    two: list[_Kind] = [("by", all_of_us, lambda _: f"by {' and '.join(parties)}" if len(parties) == 2 else "by everyone", ())]
    known = [
        ("within", rf"(?:within|in) (\d+) ({_any_of(hours, singular=True)})(?: of)?", lambda m: f"within {m[1]} {_joined(m[2])}", ()),
        ("clock", rf"{_NOT_IN}(?:(?:during|in|within|on|at) )?(?:the |our )?({_any_of(hours)})", lambda m: f"during {_joined(m[1])}", ()),
        ("within", rf"(?:within|in) (\d+) ({_any_of(days, singular=True)})(?: of)?", lambda m: f"within {m[1]} {_joined(m[2])}", ()),
        ("on", rf"(?:on )?({_any_of(days)})", lambda m: f"on {_joined(m[1])}", ()),
    ]
    all_kinds = [*(known if days or hours else []), *_patterns(who)]
    found = [_kind(*one) for one in all_kinds]
    told = (TOLD_TO, re.compile(rf"(?<!\S)(?-i:to) ((?!(?:{_MONTH}|{_DAY})\b){_OUTSIDER})(?!\S)"), lambda m: f"with {m[1]}", ())
    met = ("with", re.compile(rf"(?:{_MEETING})({_OUTSIDER})(?!\S)"), lambda m: f"with {m[1]}", ())  # `Ben sees Dana`
    shown: _Kind = ("tagged", re.compile(rf"{_PHOTO}(?:of|with|showing) ({names})(?!\S)"), lambda m: f"tagged {m[1]}", ())
    return two if len(parties) > 1 else [], found, shown, [named, told, met]


def _outside(people: tuple[str, ...], tags: tuple[str, ...]) -> Iterator[_Kind]:
    """Declared people, and those of a sort: who hears, and with whom."""
    told = "(?:to |" + "|".join(f"(?<={one} )" for one in sorted(TELLING)) + ")"
    if people:
        some = rf"(?:{_any_of(people)})(?: (?:and|or) (?:{_any_of(people)}))*"
        yield "to", re.compile(rf"(?<!\S){told}({some})(?!\S)"), lambda m: f"to {m[1]}", ()
        yield "with", re.compile(rf"(?<!\S)with ({some})(?!\S)"), lambda m: f"with {m[1]}", ()
    if tags:
        plurals = {f"{one.removesuffix('y')}ies" if one.endswith("y") else f"{one}s": one for one in tags}
        all_of = "(?:all|every|each|everyone|everybody|each person|people)(?: of| the| our| my)* (?:tagged )?"
        every = rf"{all_of}({_any_of((*plurals, *tags))})"
        yield "to", re.compile(rf"(?<!\S){told}{every}(?!\S)", re.I), lambda m: f"to each person tagged {plurals.get(m[1], m[1])}", ()


def _any_of(names: tuple[str, ...], *, singular: bool = False) -> str:
    """Any of some names, also with spaces in them, or (`within 1 working day`) without their last letter."""
    found = "|".join(re.escape(one).replace("\\-", "[ -]") + ("?" if singular else "") for one in names)
    return found or r"(?!)"


def _joined(said: str) -> str:
    return said.casefold().replace(" ", "-")
