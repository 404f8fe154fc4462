"""Faults of lines that are no sentences, each with what the line could be instead. Imported only where there is such a fault."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.diagnostics import Advice, Edit, Offer, Severity, nearest_spelling
from pactlang.inputs.again import talk_again
from pactlang.inputs.failing import failing
from pactlang.inputs.files import read_file
from pactlang.inputs.suggest import TRIED, Stage, named
from pactlang.inputs.undeclared import endless, names_of, undeclared
from pactlang.language import tree
from pactlang.language.parse import READ_AS
from pactlang.language.rephrase.headings import KINDS, clause_of, kind_of_words, title_of
from pactlang.language.tables import load_tables
from pactlang.language.unexpected import UNDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pactlang.diagnostics import Diagnostic
    from pactlang.inputs.files import Reader
    from pactlang.source import SourceFile, Span

_MOST_LINES = 20  # of a file: nobody reads more of them at once, and each takes time
_MOST_LOOKED_AT = 40  # with those that their own fault mends: each is read with all that the file declares
_CODES = frozenset(["E001", "E006", "E007", "E020"])
_LONGEST_NAME = 3
_SHORTEST = 2  # letters of a word that another could be a misspelling of
_NEAR = 0.75
_WORD = re.compile(r'"[^"]*"|(?P<word>[^\W\d_]{3,})(?![\w-])')
NOT_YET = "This is not yet a sentence of the language."
_EXPECTED = (
    "a sentence such as 'no encounter at home', 'at most 4 encounters per month', 'check-in by everyone every week' or "
    "'after each encounter, disclosure by the same party to the others within 24 hours'"
)


def advised(faults: Sequence[Diagnostic], read: Reader = read_file) -> list[Diagnostic]:
    """The same faults, those of lines that are no sentences with what could be meant.

    The words and the place of a line's own fault stay where its fix makes the line a sentence: one misspelt word is just that.
    """
    by_file: dict[SourceFile, list[Diagnostic]] = {}
    for fault in faults:
        if fault.code in _CODES and fault.severity is Severity.ERROR and not fault.span.source.name.endswith(".pactlog"):
            by_file.setdefault(fault.span.source, []).append(fault)
    if not by_file:
        return list(faults)
    better: dict[Diagnostic, Diagnostic | None] = {}
    more: list[Diagnostic] = []
    for source, own in by_file.items():
        better |= _of_file(source, own, read, more)
    told = {(one.span.source, one.span.start_position.line) for one in better.values() if one is not None}
    better |= dict.fromkeys(one for one in faults if one.code == READ_AS and (one.span.source, one.span.start_position.line) in told)
    return [*(new for fault in faults if (new := better.get(fault, fault)) is not None), *more]


def _of_file(source: SourceFile, faults: Sequence[Diagnostic], read: Reader, more: list[Diagnostic]) -> dict[Diagnostic, Diagnostic | None]:
    from pactlang.resolve import resolve_gathered
    from pactlang.resolve.files import gather

    path = Path(source.name)
    try:
        gathered = gather(path, lambda one: source.text.encode() if one == path else read(one))
        agreement, _ = resolve_gathered(gathered)
    except Exception:  # what it brings in cannot be read, which is told already
        return {}
    stage = Stage(gathered, agreement, read)
    lines = _Lines(gathered.own[0])
    found: dict[Diagnostic, Diagnostic | None] = {}
    told: set[int] = set()
    looked_at: set[int] = set()
    for fault in faults:
        number = fault.span.start_position.line
        place = lines.at(number)
        if place is None:
            head = lines.head_at(number) if fault.code == "E006" else None
            if head is not None and (new := _more_than_a_name(fault, head, lines, stage)) is not None:
                told.add(number)
                found[fault] = new
            continue
        if number in told:
            found[fault] = None  # all that is wrong with a line is said by what it could be
            continue
        looked_at.add(number)
        if len(told) >= _MOST_LINES or len(looked_at) > _MOST_LOOKED_AT:
            break
        new = _advised(fault, place, lines, stage)
        if new is not None:
            told.add(number)
            found[fault] = new
            more += _under(new, place[1], lines, stage)
    return found


def _under(fault: Diagnostic, block: tree.Block, lines: _Lines, stage: Stage) -> Iterable[Diagnostic]:
    """The lines under a heading that lacks its kind: they are told with it, and not only once it is mended."""
    if block.heading is not None or fault.advice is None or any(offer.lines for offer in fault.advice.offers):
        return
    for item in block.items[:_MOST_LINES]:
        if item.line.kind is tree.LineKind.CODE and item.body is None:
            own = replace(fault, code="E001", span=item.line.span, advice=None)
            if (new := _advised(own, (item.line, block), lines, stage)) is not None:
                yield new


class _Lines:
    """The lines of a text that are no sentences, with the block in which each stands."""

    def __init__(self, document: tree.Document) -> None:
        self.document = document
        self._lines: dict[int, tuple[tree.Line, tree.Block]] = {}
        for block in document.blocks:
            if block.heading is None or block.bare:
                self._lines[block.line.number] = (block.line, block)
            if block.heading is None or isinstance(block.heading, tree.ClauseHeading | tree.AimHeading):
                self._lines |= {item.line.number: (item.line, block) for item in block.items if item.line.kind is tree.LineKind.CODE}

        self._heads = {block.line.number: block for block in document.blocks if isinstance(block.heading, tree.ClauseHeading)}

    def head_at(self, number: int) -> tree.Block | None:
        """The clause whose heading is on this line."""
        return self._heads.get(number)

    def at(self, number: int) -> tuple[tree.Line, tree.Block] | None:
        """The line of a number with its block, where a sentence could be meant."""
        return self._lines.get(number)


def _advised(fault: Diagnostic, place: tuple[tree.Line, tree.Block], lines: _Lines, stage: Stage) -> Diagnostic | None:
    line, block = place
    text = line.span.text
    first_column = line is block.line
    if first_column and block.heading is not None and not block.bare:
        return None
    surely = stage.surely(text)
    right = next((one for one in _fixed(fault, line, stage) if stage.reads(one)), "")
    another = right if _another(fault) else ""  # `overnights` is no slip for `overnight-guest`
    if surely is None and (not first_column or block.bare) and right and not another:
        return _bare_mended(fault, right, place, lines, stage) if first_column and fault.code == "E020" and fault.nearest else None
    if first_column and not block.bare and (title := title_of(text, bool(block.items))):
        return _heading(fault, block, title)
    if fault.code != "E020" and (slip := _near_miss(line, stage)) is not None:
        span, right = slip
        edits = (Edit(span, right, f"Write {right}"),)
        message = f"'{span.text}' cannot be used here."
        return replace(fault, code="E001", message=message, span=span, expected="", nearest=right, labels=(), edits=edits, advice=None)
    kind, name = "", ""
    if not first_column:
        heading = block.heading
        if isinstance(heading, tree.ClauseHeading):
            kind, name = heading.kind.value, str(heading.name or "")
        elif heading is None:
            name = title_of(block.line.span.text, under=True)
    advice = (_titled(text, stage) if first_column else _added(text, line, block, stage)) or stage.suggest(text, kind, name)
    if another and not any(not one.lost and not one.declares for one in advice.offers):
        head = f"{kind or kind_of_words(another) or 'promise'} {name or fault.nearest}"
        advice = replace(advice, kind="offer", offers=(*advice.offers[:2], Offer((another,), head, marked=(another,))))
    declared: Offer | None = None
    ends = endless(text, stage) if not first_column else ()
    whole: tuple[Offer, ...] = ()
    if not first_column and advice.kind in ("offer", "fault") and not any(not one.lost for one in advice.offers):
        declared = None if ends else next(undeclared(text, stage), None)
        # What a line says whole goes before what it says in part.
        whole = ends or ((declared,) if declared is not None else ())
    bare = not first_column and advice.kind == "fault" and not (whole or advice.offers)
    if bare and not fault.edits and (first := text.split()[0].casefold()) in UNDER and first != "if":
        return None  # a line under a sentence: its own fault says what it lacks (an edit of it would not read, as was seen above)
    offers = list(whole) or stage.set_apart([stage.with_cases(one) for one in advice.offers])
    kind = "offer" if whole else advice.kind
    placed = tuple(_placed(one, line, block, lines, first_column=first_column) for one in offers)
    advice = replace(advice, kind=kind, offers=placed)
    if advice.kind != "flag":
        advice = replace(advice, offers=(*advice.offers, _as_promise(line, block, lines, first_column=first_column)))
    message = {"plain": "No form of the language says this.", "flag": "This is not part of an agreement here."}.get(advice.kind, NOT_YET)
    expected = _EXPECTED if len(advice.offers) == 1 and advice.kind == "fault" and not advice.why else ""
    if ends:
        message, expected = "This does not say for how long, or until when.", "an end, such as those below"
    if declared is None and not whole:  # it may be that the line lacks days or hours, and nothing else
        heads = ("days ", "hours ")
        declared = next((one for one in offers[:1] if one.lines == (text,) and one.declares and not one.lost), None)
        declared = declared if declared is not None and all(one.startswith(heads) for one in declared.declares) else None
    if declared is not None:
        message, expected = f"There are no {names_of(declared)} here yet.", "a heading with its lines, such as the one below"
        fault = replace(fault, code="E020")
    if not whole and fault.code == "E020" and offers and offers[0].declares and offers[0].lines == (" ".join(text.split()),):
        return replace(fault, expected="", nearest="", edits=(), advice=advice)  # it is a sentence, and lacks no more than this name
    code = "E001" if fault.code == "E006" else fault.code
    return replace(fault, code=code, message=message, span=line.span, expected=expected, nearest="", labels=(), edits=(), advice=advice)


def _another(fault: Diagnostic) -> bool:
    """Whether the name nearest to one that nobody declared has a word more: no misspelling, and perhaps another thing."""
    return fault.code == "E020" and fault.nearest.count("-") > fault.span.text.count("-")


def _bare_mended(fault: Diagnostic, right: str, place: tuple[tree.Line, tree.Block], lines: _Lines, stage: Stage) -> Diagnostic:
    """`no phones at dinner` without a heading: a clause of its own, with the event that is there."""
    line, block = place
    offer = stage.with_cases(Offer((right,), f"{kind_of_words(right) or 'promise'} {fault.nearest}", marked=(right,)))
    offers = (_placed(offer, line, block, lines, first_column=True), _as_promise(line, block, lines, first_column=True))
    return replace(fault, expected="", nearest="", labels=(), edits=(), advice=Advice("offer", offers))


def _added(text: str, line: tree.Line, block: tree.Block, stage: Stage) -> Advice | None:
    """`we talk about this again every 3 months`, `if not, text us within an hour`, on a line under a sentence."""
    if not any(item.line.number < line.number and item.line.kind is tree.LineKind.CODE for item in block.items):
        return None
    before, again = talk_again(text)
    if again and not before:
        return Advice("offer", (Offer((again,), "promise again", marked=(again,)),))
    before, rest = failing(text)
    if rest and not before:
        for one in stage.otherwise("", rest, "", ""):
            return Advice("offer", (replace(one, lines=one.lines[1:], marked=one.marked[1:]),))
    return None


def _more_than_a_name(fault: Diagnostic, block: tree.Block, lines: _Lines, stage: Stage) -> Diagnostic | None:
    """`cap same person`: a name of several words; `cap guests at most 2 guests per week`: a heading with its sentence on one line."""
    span = block.line.span
    kind, *words = span.text.split()
    name = title_of(" ".join(words), under=True)
    if name:
        heading = f"{kind} {name.casefold()}"
        offers: tuple[Offer, ...] = (Offer((), heading, edits=(Edit(span, heading, f"Write {heading}"),)),)
        if quoted := [one for one in fault.edits if one.replacement.startswith('"')]:
            titled = span.text[: quoted[0].span.start - span.start] + quoted[0].replacement
            as_title = Offer((), titled, edits=(Edit(span, titled, f"Write {titled}"),))
            offers = (as_title, *offers) if quoted[0].replacement[1].isupper() else (*offers, as_title)
        message = "The name of a clause is one word, if need be with hyphens; a title goes in quotation marks."
        return replace(fault, message=message, span=span, expected="", nearest="", labels=(), edits=(), advice=Advice("offer", offers))
    if len(words) > _LONGEST_NAME and (advice := _sentence(span.text, kind, "", stage)) is not None and not advice.offers[0].lost:
        # `check-in by each of us every day`: the kind is a word of the sentence.
        offers = tuple(_placed(stage.with_cases(one), block.line, block, lines, first_column=True) for one in advice.offers)
        return replace(
            fault, message=NOT_YET, span=span, expected="", nearest="", labels=(), edits=(), advice=replace(advice, offers=offers)
        )
    places = range(min(_LONGEST_NAME, len(words)) + 1)
    for place in sorted(places, key=lambda one: not stage.reads(" ".join(words[one:]))):  # what reads as it stands goes first
        advice = _sentence(" ".join(words[place:]), kind, "-".join(words[:place]), stage)
        if advice is not None and not any(one.lost for one in advice.offers[:1]):
            offers = tuple(
                _placed(
                    stage.with_cases(replace(one, heading=f"{kind} {'-'.join(words[:place]) or one.heading.split()[-1]}")),
                    block.line,
                    block,
                    lines,
                    first_column=True,
                )
                for one in advice.offers
            )
            message = "A sentence goes on a line of its own, under its heading."
            return replace(
                fault, message=message, span=span, expected="", nearest="", labels=(), edits=(), advice=replace(advice, offers=offers)
            )
    return None


def _sentence(text: str, kind: str, name: str, stage: Stage) -> Advice | None:
    if not text or (name and not title_of(name, under=True)):
        return None
    if stage.reads(text):
        offer = Offer((text,), f"{kind} {TRIED}", marked=(text,))
        name = name or next((clause_of(one.form)[1] for one in stage.tried(offer)), kind)
        return Advice("offer", (replace(offer, heading=f"{kind} {name}"),))
    advice = stage.suggest(text, kind, name)
    return advice if advice.kind == "offer" else None


_TITLED = re.compile(r"([^:\d]{2,40}):\s+(\S.*)")


def _titled(text: str, stage: Stage) -> Advice | None:
    """A title and a sentence on one line: `house rules: no shoes`."""
    found = _TITLED.fullmatch(text)
    title = title_of(found[1], under=True) if found is not None else ""
    if found is None or not title:
        return None
    if stage.reads(found[2]):
        return Advice("offer", (Offer((found[2],), f"{kind_of_words(found[2])} {title}", marked=(found[2],)),))
    advice = stage.suggest(found[2], "", title)
    offers = tuple(replace(one, heading=f"{one.heading.split()[0]} {title}") for one in advice.offers)
    return replace(advice, offers=offers) if any(not one.lost for one in offers) else None


def _fixed(fault: Diagnostic, line: tree.Line, stage: Stage) -> Iterable[str]:
    """The line with what its fault offers; an event of the text is no misspelt word of the language."""
    edits = list(fault.edits) or ([Edit(fault.span, fault.nearest, "")] if fault.nearest else [])
    words = load_tables().words
    for edit in edits:
        if edit.span.text in stage.context.nouns and edit.replacement == fault.nearest and fault.nearest in words:
            continue
        if edit.span.start >= line.span.start and edit.span.end <= line.span.end and not edit.replacement.startswith('"'):
            text = line.span.text
            yield text[: edit.span.start - line.span.start] + edit.replacement + text[edit.span.end - line.span.start :]


def _near_miss(line: tree.Line, stage: Stage) -> tuple[Span, str] | None:
    """A misspelt word of the language, where the line reads once it is mended: `by each partty`."""
    if stage.reads(line.span.text):
        return None
    known = [word for word in load_tables().words if len(word) > _SHORTEST]
    folded = {word.casefold() for word in known}
    for match in _WORD.finditer(line.span.text):
        if match["word"] is None or match["word"].casefold() in folded or stage.context.knows(match["word"]):
            continue
        right = nearest_spelling(match["word"], known, _NEAR)
        if right and stage.reads(f"{line.span.text[: match.start()]}{right}{line.span.text[match.end() :]}"):
            return line.span.source.span(line.span.start + match.start(), line.span.start + match.end()), right
    return None


def _heading(fault: Diagnostic, block: tree.Block, title: str) -> Diagnostic:
    """A title without its kind: `rent`, `rule sleep`."""
    kinds = list(dict.fromkeys(kind for item in block.items if (kind := kind_of_words(item.line.span.text))))
    why = ""
    if not kinds:  # nothing under it tells: every kind is named with what it is for
        kinds = [kind for kind in KINDS if kind == title] or ["promise", "boundary", "cap"]
        why = "\n".join(["Each clause is of a kind:", *(f"  {kind:<11} {use}" for kind, use in KINDS.items())]) if not block.items else ""
    span = block.line.span
    offers = tuple(Offer((), f"{kind} {title}", edits=(Edit(span, f"{kind} {title}", f"Write {kind} {title}"),)) for kind in kinds[:3])
    message = f"'{span.text}' says what this is about, but not what kind of clause it is."
    return replace(fault, message=message, span=span, expected="", nearest="", labels=(), edits=(), advice=Advice("offer", offers, why=why))


def _placed(offer: Offer, line: tree.Line, block: tree.Block, lines: _Lines, *, first_column: bool) -> Offer:
    """An offer with the edits that put it into the text."""
    source = line.span.source
    margin = " " * (line.indent or 4)
    said = f"\n{margin}".join(offer.lines)
    heading = offer.heading
    if first_column:
        heading = _free_name(heading, block, lines)
        said = f"{heading}\n{margin}{said}"
    own = heading if first_column else _name_of(block)
    offer = named(offer, own.partition(" ")[2] or own)
    edits = [Edit(line.span, said, f"Write {offer.lines[0]}")]
    if offer.declares:
        start = block.line.span.start
        edits.insert(0, Edit(source.span(start, start), "".join(f"{one}\n\n" for one in offer.declares), "Declare it"))
    return replace(offer, heading=heading if first_column else "", edits=tuple(edits))


def _name_of(block: tree.Block) -> str:
    """What a clause is called where it is spoken of."""
    heading = block.heading
    return str(heading.name or heading.kind.value) if isinstance(heading, tree.ClauseHeading) else block.line.span.text


def _free_name(heading: str, own: tree.Block, lines: _Lines) -> str:
    """A heading whose name no other clause has."""
    others = [block.heading for block in lines.document.blocks if block is not own]
    taken = {str(one.name or one.kind.value) for one in others if isinstance(one, tree.ClauseHeading)}
    kind, _, name = heading.partition(" ")
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return f"{kind} {free}"


def _as_promise(line: tree.Line, block: tree.Block, lines: _Lines, *, first_column: bool) -> Offer:
    words = line.span.text.replace('"', "'")
    said = f'"{words}"'
    if first_column:
        said = f"{_free_name('promise in-words', block, lines)}\n    {said}"
    return Offer((f'"{words}"',), plain=True, edits=(Edit(line.span, said, "Make it a promise in plain words"),))


def put(text: str, edits: Iterable[Edit]) -> str:
    """A text with all of these edits, which do not overlap."""
    for edit in sorted(edits, key=lambda one: (one.span.start, one.span.end), reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text
