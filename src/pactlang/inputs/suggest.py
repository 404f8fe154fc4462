"""What a line that is no sentence could be: candidates put into the agreement, read and resolved like any text, the best kept."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.diagnostics import Advice, Offer, Severity
from pactlang.inputs.again import talk_again
from pactlang.inputs.failing import as_answer, failing, with_otherwise
from pactlang.inputs.files import read_file
from pactlang.inputs.occasions import of_occasions, with_occasions
from pactlang.inputs.people import of_people, with_people
from pactlang.language import tree
from pactlang.language.line import can_be_read
from pactlang.language.rephrase.chunks import NEGATIONS, Context
from pactlang.language.rephrase.dated import MONTHS
from pactlang.language.rephrase.forms import candidates, left_out
from pactlang.language.rephrase.headings import clause_of
from pactlang.language.rephrase.nouns import glued, head_of, made_of_roles, singular
from pactlang.language.rephrase.parts import loses_its_limit, says_what_is
from pactlang.language.rephrase.pieces import Part, parts_of, turns_round, widens_a_ban, without_interjections
from pactlang.language.rephrase.reader import Composer
from pactlang.language.rephrase.reading import reread
from pactlang.language.rephrase.rules import cue_of, form_meant, joined, rewritten, without_wish
from pactlang.language.rephrase.slots import slots, verb_forms
from pactlang.language.rephrase.speakers import asked, declared, outsiders, speaker_of, spoken_for
from pactlang.language.rephrase.spelling import WEEKDAYS, spelled
from pactlang.language.rephrase.typos import mended
from pactlang.model.agreement import Selector
from pactlang.model.meaning import part_meaning
from pactlang.model.parts import parts
from pactlang.resolve.vocabularies import vocabulary_with
from pactlang.source import SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pactlang.inputs.files import Reader
    from pactlang.language.rephrase.forms import Candidate
    from pactlang.language.rephrase.spelling import Token
    from pactlang.model.agreement import Agreement, Sentence
    from pactlang.resolve.files import Gathered

_MOST_TRIED = 60
_MOST_NEW = 2  # events that a line may name and nobody declared
_NEW = 1
_TWO = 2
_NO_EVENT = re.compile(r"There is no event '([\w-]+)' here\.")
_ONE_THING = re.compile(r"[a-z]+(?:-[a-z]+)?")
_LONGEST = 300  # characters: nobody types a longer sentence
_SHOWN = 3
_FAR = 9  # worse than the best by more, and nobody wants to read it
_BESIDE_PLAIN = 16  # two words left out: where a reason is told, nothing farther stands beside it
# What hangs on something is never told without it; what is meant is the contrary where one of these is left out.
_HANGS_ON = frozenset(
    ["if", "when", "whenever", "whoever", "after", "before", "miss", "missed", "misses", "skip", "skips", "late", "breach"]
)
_UNSAID = 24
_TOO_FAR = 30  # three words left out: that is no answer to what was typed
HOLE = re.compile("‹([^›]*)›")  # what nobody said, in the lines of an offer
_EVENT = re.compile(r"event (\S+)")
_NO_CLAUSE = re.compile(r"(?:event|state|person|term|days|hours|use) ")
_BARE = re.compile(r"(?:event|state|person|term|use) ")  # what is declared with nothing to decide
TRIED = "tried-here"
_APART_STEPS = 40_000
_CUTS = re.compile(r"\s*[,;:]\s+|\s+[-–—]\s+|\.\s+|\s+(?=\()|\s+(?=(?:and|but) (?:not|no|none|never|we|they|then)\b)")
_SOME_YEAR = 2026
_CURRENCIES = frozenset(["EUR", "GBP", "USD", "CHF"])
_FREE = "What nobody forbids is free"
_FEWEST = 3  # words of a sentence
_FEWEST_BESIDE = 2  # beside another
_SURE = 8  # what is farther fetched stands by itself, where it can be seen for what it is
_IF_WE_CAN = "if we can"
_MOST_CUTS = 3
_NEAR = 24  # a part of a line that is farther fetched is none
_MOST_PARTS = 8  # of a line that are tried by themselves
_BESIDE, _LEFT_OUT = 4, 8  # how much farther an offer is for each clause kept in plain words, and for each piece that is left out
# Where a second rule may begin.
_BETWEEN = re.compile(r"\s*[,;]\s+(?:(?:and|but)\s+)?|\s+[-–—]\s+|\.\s+|\s+(?:and|but|&)\s+", re.IGNORECASE)
_REASON = re.compile(r"\s*,?\s+((?:so(?: that)?|because|as otherwise|cos|cause) (?=[\w'’]+ ))", re.IGNORECASE)
_NARROWS_ALWAYS = re.compile(
    r"(?:except|excluding|unless|if|or|when|while|as|until|till|for|by|to|from|with|which|who|that|even)\b", re.IGNORECASE
)
_JOINS = re.compile(r"^(?:and|but|then|so|also)\s+", re.IGNORECASE)
_BANS = re.compile(r"(?:no|never|nobody|not|at most|max|don't|do not|without|only)\b", re.I)
# Words between what is owed and by whom, how often or by when.
_AMID = re.compile(
    r"\s(?:of|to|from|towards|for)(?: (?!(?:by|after|before|within|every|each|at|on|unless|except|until|if|when)\b)[^\s,]+)+?"
    r"(?=\s(?:by|after|before|within|every|each|at|on)\b|,|$)"
)
_LIMITING = ("at", "no", "before", "anyone", "each")  # how a sentence begins that asks for nothing by itself
_ALLOWED = frozenset(["may", "can", "could"])
_BREACH_OF = re.compile(r"\bbreach(?:es)? of (?!(?:this|it|any|the|a|trust|the rule)\b)([\w-]+)")
_IN_TURN = re.compile(r"\bby ([A-Z]\w*(?:(?:,? and |, )[A-Z]\w*)+) in turns?\b")
_TURNS = re.compile(r"turn|rotat|alternat")
_COVERED = re.compile(
    r"(?P<head>.+?) covering (?P<what>[\w-]+(?:(?:,? and |, )[\w-]+)*?)(?P<when>,? (?:within|by|except|unless|but no sooner than) .+)?"
)
_OWN = re.compile(r"\b(?:pauses?|breach(?:es)?|counts?)\b")  # words of the language, without which nothing is left of a rule
_NOT_OWED = re.compile(
    r"(?:[\w-]+-)?(?:phone-use|phoning(?:-away)?|screen-time)\b.* by \d\d:\d\d"
)  # `phones in the drawer by 21:30`: they are put there
_FIRST_NEW = re.compile(r"after the first (?=[^,]* with someone new\b)")  # which would come once in the whole log
_SOMEBODY_ELSE = re.compile(r"\b(?:someone|somebody) other\b")
_OWNERS = frozenset(["my", "your", "his", "her", "their"])
_OWN_DAYS = frozenset(["weekend", "weekends", "weekdays", *(f"{day.casefold()}s" for day in WEEKDAYS)])
_FORBIDDING = re.compile(r"(?:no|never|at most|after|before|anyone)\b")
_BAN = re.compile(r"(?:no|never|at most) ")
_PUT_AWAY = frozenset(["off", "away", "shut", "closed"])
_NOBODY_YET = "Nobody is declared"  # with a tag: who it is, is said once there is somebody


def _task(tokens: Sequence[Token], place: int) -> bool:
    """Whether what is somebody's is a task, or a day that was named before."""
    after = tokens[place + 1].text.casefold() if place + 1 < len(tokens) else ""
    dated = any(token.text.rstrip("s") in WEEKDAYS for token in tokens[:place])
    return after in ("job", "task", "turn", "duty", "responsibility") or (dated and after in ("", ",", "and", "night", "evening", "day"))


def _fetched(main: Offer, part: Part) -> bool:
    """Whether a part says this only with names that nobody uses, in a rhythm that nobody said, or by leaving out what it turns on."""
    new = [one.split()[1] for one in main.declares if one.startswith("event ")]
    occasion = main.lines[0].partition(",")[0] if main.lines[0].startswith(("after ", "before ")) else ""
    return (
        main.cost > _NEAR
        or len(new) > 1
        or "month" in main.holes
        or turns_round(main.lost)
        or widens_a_ban(main.lines[0], part.text, main.lost)
        or bool(main.lost and any(one not in occasion for one in new))
    )


def _beside(main: Offer, part: Part) -> Offer:
    """What a part of a line says, with each clause beside it as a promise in plain words, and all else told as left out."""
    plain = tuple(f'"{_as_sentence(words)}"' for words in part.beside)
    far = _BESIDE * len(plain) + sum(_LEFT_OUT + len(words.split()) for words in part.left_out)
    count = len(main.lines)
    marked = (*main.marked[:count], *plain, *main.marked[count:])
    return replace(main, lines=(*main.lines, *plain), marked=marked, lost=(*main.lost, *part.left_out), cost=main.cost + far)


def _as_sentence(words: str) -> str:
    said = _JOINS.sub("", words).strip(" .!").replace('"', "'")
    return f"{said[:1].upper()}{said[1:]}."


class Stage:
    """One agreement without its clauses, on which lines are tried."""

    def __init__(self, gathered: Gathered, agreement: Agreement | None, read: Reader = read_file) -> None:
        self._gathered = gathered
        self._agreement = agreement
        self._read = read
        self._known: dict[tuple[str, str, str], tuple[Offer, ...]] = {}
        self._base = _declarations(gathered)
        self._base_faults = self._faults("")
        self.context = _context(gathered, agreement)

    def suggest(self, line: str, kind: str = "", name: str = "") -> Advice:
        """What a line could mean, in a clause of this kind and name; without a kind, in one of its own."""
        if len(line) > _LONGEST:
            return Advice("fault")
        if (surely := self.surely(line)) is not None:
            return surely
        if (missing := self._missing_clause(line) or self._missing_party(line)) is not None:
            return missing
        if (covered := self._covered(line, kind, name)) is not None:
            return Advice("offer", (covered,))
        line = without_interjections(line)
        parts = _CUTS.split(line)
        stated = len(parts) > 1 and any(says_what_is(spelled(one)) for one in parts)  # of which no sentence is made
        options = self._best(self._piece_by_piece(line, kind, name)) if stated else self._options(line, kind, name)
        cue = cue_of(spelled(line))
        if cue is not None and cue.flag:
            return Advice("flag", (), cue.words, cue.why)
        if cue is not None and cue.several and not any(not one.lost for one in options):
            return Advice("fault", (), cue.words, cue.why)
        if not any(not one.lost and one.cost <= _SURE for one in options):
            pieces = (*self._reasoned(line, kind, name), *self._each_part(line, kind, name))
            options = self._best((*pieces, *options, *(self._piece_by_piece(line, kind, name) if cue is None or _several(line) else ())))
        if cue is not None and cue.why.startswith(_FREE):  # what is free for somebody is nothing that they owe
            options = tuple(one for one in options if not any("‹everyone›" in line or "‹anyone›" in line for line in one.marked))
        if cue is not None and not any(not one.lost for one in options):
            return Advice("plain", tuple(one for one in options if len(one.lost) < 2 and one.cost <= _BESIDE_PLAIN), cue.words, cue.why)
        if not any(not one.lost for one in options):
            options = self._with_parts(options, line, kind, name)
        if not options:
            options = self._without_a_piece(line, kind, name)
        if not options and self.reads(text := self._rewritten(line)):
            options = (self._said(text, kind, name) or Offer((text,), f"{kind or 'promise'} {name or TRIED}", marked=(text,)),)
        if not options:
            return Advice("fault", (), "", form_meant(spelled(line)) if len(line.split()) > _FEWEST else "")
        return Advice("offer", options, cue.words, cue.why) if cue is not None else Advice("offer", options)

    def surely(self, line: str) -> Advice | None:
        """What is told of a line that asks for nothing a log could show, whatever its words could be put together to."""
        cue = cue_of(spelled(line)) if len(line) <= _LONGEST else None
        return Advice("plain", (), cue.words, cue.why) if cue is not None and cue.surely else None

    def _covered(self, line: str, kind: str, name: str) -> Offer | None:
        """A deadline said after what is told of: `disclosure to the others covering who, protection within 12 hours`."""
        found = _COVERED.fullmatch(line)
        said = self._said(f"{found['head'].rstrip(' ,')}{found['when'] or ''}", kind, name) if found is not None else None
        if found is None or said is None:
            return None
        under = f"covering {found['what']}"
        offer = replace(said, lines=(said.lines[0], under, *said.lines[1:]), marked=(said.marked[0], under, *said.marked[1:]))
        return offer if self.tried(offer) else None

    def _missing_clause(self, line: str) -> Advice | None:
        """What follows the breach of a clause that nobody wrote."""
        named = _BREACH_OF.search(line)
        if named is None or named[1] in self.context.clauses:
            return None
        return Advice("fault", (), named[0], f"There is no clause '{named[1]}' here yet: write it first, or name the clause that is meant.")

    def _missing_party(self, line: str) -> Advice | None:
        """Who takes turns, one of whom is nobody of the agreement: the rest of them would be another order."""
        listed = _IN_TURN.search(self._rewritten(line)) if _TURNS.search(line) else None
        names = re.split(r"[ ,]+(?:and )?", listed[1]) if listed is not None else []
        missing = next((one for one in names if one not in self.context.parties), "")
        if not missing or not set(names) & set(self.context.parties):
            return None
        return Advice("fault", (), missing, f"Nobody here is called '{missing}': name all who take turns under 'between' first.")

    def _rewritten(self, line: str) -> str:
        """A line in the words of the language: what stands under a sentence is no sentence, and can be said in other words, too."""
        return joined(rewritten(self._spelled(line), exact=False)).replace(" ,", ",")

    @property
    def first_year(self) -> int:
        """The year in which the agreement begins; some year where it does not say."""
        first = self._agreement.in_force_from if self._agreement is not None else None
        return date.fromordinal(first).year if first else _SOME_YEAR

    def _options(self, line: str, kind: str, name: str) -> tuple[Offer, ...]:
        """The best of what a line could be as a whole; kept, since a line is cut in several ways."""
        found = self._known.get((line, kind, name))
        if found is None:
            whole = self._as_it_stands(line, kind, name) if cue_of(spelled(line)) is None else None
            found = self._found(line, kind, name)
            as_near = whole is None or any(
                not one.lost and (not any(_EVENT.match(more) for more in one.declares) or (not one.holes and one.cost <= whole.cost))
                for one in found
            )
            if whole is not None and not as_near:
                found = self._best((*found, whole))
            self._known[line, kind, name] = found
        return found

    def _found(self, line: str, kind: str, name: str) -> tuple[Offer, ...]:
        before, rest = failing(line)
        if before and rest and (repaired := tuple(one for one in self.otherwise(before, rest, kind, name) if self.tried(one))):
            return repaired
        context = replace(self.context, kind=kind, name=name)
        before, again = talk_again(line)
        said = before if before and again else line
        said, occasions = of_occasions(said, context.nouns)
        times = of_people(said)
        typed = self._spelled(times)
        tokens = without_wish(typed)
        wished = len(tokens) < len(typed)
        tokens, guessed = spoken_for(rewritten(tokens, exact=False), context.parties)
        outside, speaker = outsiders(tokens, context), speaker_of(typed, tokens)
        found = candidates(tokens, replace(context, people=(*context.people, *outside), speaker=speaker))
        asked(found, guessed)
        declared(found, outside)
        if times != said:
            for one in found:
                one.lines = (with_people(one.lines[0]),)
            found = [one for one in found if one.lines[0]]
        if occasions:
            for one in found:
                one.lines = (with_occasions(one.lines[0], occasions), *one.lines[1:])
            found = [one for one in found if one.lines[0]]
        if wished:
            for one in found:
                one.lines = (*one.lines, _IF_WE_CAN)
        if before and again:
            for one in found:
                one.lines = (*one.lines, again)
        return self._weighed(found, tokens, context)

    def _piece_by_piece(self, line: str, kind: str, name: str) -> tuple[Offer, ...]:
        """What the pieces of a line say, in whatever order they stand."""
        tokens, guessed = spoken_for(self._spelled(line), self.context.parties)
        tokens, wished = without_wish(tokens), len(tokens)
        outside = outsiders(tokens, self.context)
        reader = Composer(line, tokens, replace(self.context, kind=kind, name=name, people=(*self.context.people, *outside)))
        found = reader.all()
        for one in found if wished > len(tokens) else ():
            one.lines = (one.lines[0], _IF_WE_CAN, *one.lines[1:])
        asked(found, guessed)
        declared(found, outside)
        return self._weighed(found, reader.tokens, reader.context)

    def _best(self, offers: Iterable[Offer]) -> tuple[Offer, ...]:
        """The nearest of several offers, each sentence once."""
        found: dict[tuple[str, ...], Offer] = {}
        for one in sorted(offers, key=lambda one: one.cost):
            found.setdefault(one.lines, one)
        best = list(found.values())[:_SHOWN]
        return tuple(one for one in best if one.cost <= best[0].cost + _FAR)

    def otherwise(self, before: str, rest: str, kind: str, name: str) -> Iterator[Offer]:
        """What a line could be that says what makes up for a breach; without what goes before it, that line alone."""
        said, begins = as_answer(rest, self.context.nouns)
        if said:
            mains = self._options(before, kind, name) if before else (Offer(("",), f"promise {TRIED}", marked=("",)),)
            yield from with_otherwise(mains, self._options(said, kind, name), begins)

    def _each_part(self, line: str, kind: str, name: str) -> Iterator[Offer]:
        """Two rules on one line, each a sentence of its own; the second may take from the first what it is about."""
        cuts = [cut for cut in _BETWEEN.finditer(line) if not _NARROWS_ALWAYS.match(line[cut.end() :])][:_MOST_CUTS]
        for cut in cuts:
            left, right = line[: cut.start()].strip(), _JOINS.sub("", line[cut.end() :].strip())
            ends = (left.split() or [""])[-1], (right.split() or [""])[0]
            if says_what_is(spelled(left)) or says_what_is(spelled(right)):
                continue
            if min(len(left.split()), len(right.split())) < _FEWEST_BESIDE or set(ends) <= set(self.context.parties):
                continue
            first = self._said(left, kind, name)
            # `anyone may pause dates, at most twice a year`: so often may one pause.
            about = "" if first is None else "pause" if first.lines[0].startswith("anyone may pause") else first.heading.split()[1]
            second = self._said(right, kind, about) if about else None
            if first is None or second is None or max(first.cost, second.cost) > _SURE:
                continue
            if " per ‹" in "".join(second.marked[:1]) and " per " in first.lines[0]:
                continue  # the second takes more from the first than what it is about
            if second.lines[0] not in first.lines:
                lines = (*first.lines, *second.lines)
                declares = tuple(dict.fromkeys((*first.declares, *second.declares)))
                marked = (*first.marked[: len(first.lines)], *second.marked[: len(second.lines)])
                marked += tuple(dict.fromkeys((*first.marked[len(first.lines) :], *second.marked[len(second.lines) :])))
                holes = tuple(hole for one in marked for hole in HOLE.findall(one))
                offer = replace(first, lines=lines, declares=declares, marked=marked, holes=holes)
                if self.tried(offer):
                    yield offer
                    return

    def _reasoned(self, line: str, kind: str, name: str) -> Iterator[Offer]:
        """A sentence with why it is so: `we settle up every month so nobody is owed hundreds`."""
        cut = _REASON.search(line)
        found = self._said(line[: cut.start()], kind, name) if cut is not None else None
        if cut is not None and found is not None:
            reason = f"> {line[cut.end() - len(cut[1]) :].strip()}"
            lines = (found.lines[0], reason, *found.lines[1:])
            yield replace(found, lines=lines, marked=(found.marked[0], reason, *found.marked[1:]))

    def _with_parts(self, options: tuple[Offer, ...], line: str, kind: str, name: str) -> tuple[Offer, ...]:
        """The same offers with what the longest part of a line says that reads by itself, and each piece beside it told."""
        found: list[Offer] = []
        for part in islice(parts_of(line), _MOST_PARTS):
            if cue_of(spelled(part.text)) is not None:
                continue
            said = self._said(part.text, kind, name)
            mains = [one for one in ((said,) if said is not None else self._options(part.text, kind, name)) if not _fetched(one, part)]
            mains = [one for one in mains if not any(loses_its_limit(one.lines, spelled(words)) for words in part.left_out)]
            sure = [one for one in mains if not one.lost]
            found = [_beside(one, part) for one in sure] or found or [_beside(one, part) for one in mains[:1]]
            if sure:
                break
        # What says the same and more of the line goes before it.
        found = [one for one in found if not any(more.lines[0] == one.lines[0] and len(more.lines) > len(one.lines) for more in options)]
        best = {one.lines: one for one in sorted((*options, *found), key=lambda one: -one.cost)}
        both = sorted(best.values(), key=lambda one: one.cost)
        return tuple(one for one in both[:_SHOWN] if one.cost <= both[0].cost + _FAR)

    def _without_a_piece(self, line: str, kind: str, name: str) -> tuple[Offer, ...]:
        """What a line asks for without words amid it that no form holds (`of 25 cents per km`); how much stays in plain words."""
        if _BANS.match(line) or cue_of(spelled(line)) is not None:
            return ()
        for piece in islice(_AMID.finditer(line), _MOST_CUTS):
            said = self._said(f"{line[: piece.start()]}{line[piece.end() :]}", kind, name)
            words = piece[0].strip()
            if said is None or _BANS.match(said.lines[0]):
                continue
            if any(one.isdigit() for one in words) or not NEGATIONS.isdisjoint(words.casefold().split()):
                before = line[: piece.start()].split()[-1]
                return (_beside(said, Part("", (f"{before} {words}",), ())),)
            return (replace(said, lost=(words,), cost=said.cost + 8 * len(words.split())),)
        return ()

    def _spelled(self, line: str) -> list[Token]:
        """The words of a line; its first one begins with a capital only because it is the first, where nobody bears the name."""
        tokens = spelled(line)
        small = {one.casefold(): one for one in self.context.parties if one.casefold() not in slots()["words-too"]}
        tokens = [one._replace(text=small.get(one.text, one.text)) for one in tokens]  # `noah cooks on mondays`
        owners = {f"{one.casefold()}s": one for one in self.context.parties}
        for place, token in enumerate(tokens):  # `it is Max's job`, `sunday is coles`
            owner = owners.get(token.text.casefold().replace("'", "").replace("’", ""), "")
            if owner and _task(tokens, place):
                tokens[place] = token._replace(text=owner, exact=False)
            elif owner and token.text[-2:] not in ("'s", "’s"):
                tokens[place] = token._replace(text=f"{owner}'s", exact=False)
        if tokens and tokens[0].text.istitle() and tokens[0].text not in {*self.context.parties, *self.context.people, *WEEKDAYS, *MONTHS}:
            tokens[0] = tokens[0]._replace(text=tokens[0].text.lower())
        right = mended(tokens, self.context)
        if ({one.text for one in right} - {one.text for one in tokens}) & {"evening", "evenings"}:  # `every evenng at 7`
            early = [one.said.isdigit() and int(one.said) < 12 and one.text == f"{int(one.said):02}:00" for one in right]
            right = [one._replace(text=f"{int(one.said) + 12}:00") if is_so else one for one, is_so in zip(right, early, strict=True)]
        return right

    def _said(self, line: str, kind: str, name: str) -> Offer | None:
        """A line as it is where it reads, else its best offer, where that leaves nothing out."""
        plain = joined(self._spelled(line)).replace(" ,", ",")
        if plain != line and self.reads(plain):
            line = plain
        if self.reads(line):
            offer = Offer((line,), f"{kind or 'promise'} {name or TRIED}", marked=(line,))
            own = next((clause_of(one.form) for one in self.tried(offer)), None)
            return replace(offer, heading=f"{kind or own[0].value} {name or own[1]}") if own is not None else None
        return next((one for one in self._options(line, kind, name)[:1] if not one.lost), None)

    def reads(self, line: str, declares: Sequence[str] = ()) -> bool:
        """Whether a line is a sentence or a modifier as it is, all of its names declared, in the text or by these headings."""
        if not all(can_be_read(one.strip()) for one in line.splitlines()):
            return False
        text = "".join(f"\n{one}\n" for one in declares) + f"\npromise {TRIED}\n    {line}\n"
        faults = {fault for fault in self._faults(text) - self._base_faults if fault[0] != "E025"}
        return not faults

    def _as_it_stands(self, line: str, kind: str, name: str) -> Offer | None:
        """The line itself, where it is a sentence of the language and lacks no more than the events and people that it names."""
        exact = reread(SourceFile("", line).span(0, len(line)))[1]
        own = "" if exact else " ".join(line.split())
        for said in dict.fromkeys((own, exact, joined(self._spelled(line)).replace(" ,", ","), self._rewritten(line))):
            said = self._of_two(said)
            if not can_be_read(said):
                continue
            missing = self._undeclared(said)
            declares = tuple(f"event {one}" for one in missing)
            if not missing or len(missing) > _MOST_NEW or not self.reads(said, declares):
                continue
            offer = Offer((said,), f"{kind or 'promise'} {name or TRIED}", declares, (said,), cost=_NEW + len(missing))
            clause = next((clause_of(one.form) for one in self.tried(offer)), None)
            if clause is not None:
                return replace(offer, heading=f"{kind or clause[0].value} {name or clause[1]}")
        return None

    def _of_two(self, said: str) -> str:
        """A sentence of two parties, of whom one of the others is the other."""
        return said.replace("at least 1 of the others", "the others") if len(self.context.parties) <= _TWO else said

    def _undeclared(self, line: str) -> tuple[str, ...]:
        """The events that a sentence names and nobody declared; none where anything else is wrong with it, too."""
        faults = {one for one in self._faults(f"\npromise {TRIED}\n    {line}\n") - self._base_faults if one[0] != "E025"}
        found = [_NO_EVENT.fullmatch(message) for _, message in sorted(faults)]
        names = [one[1] for one in found if one is not None]
        if len(names) != len(found) or not all(_ONE_THING.fullmatch(one) for one in names):
            return ()
        return tuple(dict.fromkeys(singular(one) for one in names))

    def _weighed(self, found: list[Candidate], tokens: list[Token], context: Context) -> tuple[Offer, ...]:
        weighed: list[tuple[int, int, Offer]] = []
        for place, one in enumerate(found):
            one.lines = (_FIRST_NEW.sub("after each ", self._of_two(one.lines[0])), *one.lines[1:])
            lost = (*left_out(tokens, one.used), *_currency(one, tokens, context))
            if one.lines[0].split()[0] not in _LIMITING and any(word in _ALLOWED for words in lost for word in words.casefold().split()):
                continue  # what somebody may do is nothing that they owe
            whose = _whose(tokens)
            lost = (*lost, *whose)
            if _changed(one.lines[0], lost) or loses_its_limit(one.lines, tokens, one.used) or (whose and _BAN.match(one.lines[0])):
                continue
            if one.lines[0].startswith("after each party") and _somebody(tokens, one.used):
                continue
            new = [named[1] for more in one.declares if (named := _EVENT.match(more)) is not None]
            together = [] if one.shaped else [each for each in new if glued(each, tokens)]
            if any(map(made_of_roles, new)) or (together and _BANS.match(one.lines[0])):
                continue
            for each in together:  # one word alone, and the others told
                head, others = head_of(each, tokens)
                one.lines = tuple(re.sub(rf"(?<![\w-]){each}(?![\w-])", head, line) for line in one.lines)
                one.declares = tuple(re.sub(rf"(?<![\w-]){each}(?![\w-])", head, more).split("\n    plural")[0] for more in one.declares)
                one.noun = head if one.noun == each else one.noun
                lost = (*lost, " ".join(others))
            unsaid = (
                0 if one.lines[0].startswith("anyone may pause") else sum(bool(_HANGS_ON & set(words.casefold().split())) for words in lost)
            )
            marked = (*one.lines, *(more for more in one.declares if not _BARE.match(more)))
            holes = tuple(hole for line in marked for hole in HOLE.findall(line))
            cost = 8 * (len(lost) if one.shaped else sum(len(words.split()) for words in lost)) + 3 * len(holes) + one.cost
            cost += _UNSAID * unsaid
            cost -= 2 * sum(":" in hole for hole in holes)  # at what time a morning begins is hardly a question
            cost += bool(context.kind) and context.kind != one.kind
            lines, declares = (tuple(HOLE.sub(r"\1", line) for line in said) for said in (one.lines, one.declares))
            offer = Offer(lines, f"{one.kind} {one.noun}", declares, marked, holes, lost, cost)
            weighed += [(cost, place, replace(offer, declares=brought)) for brought in (_by_vocabulary(declares), declares) if brought]
            weighed += [] if declares else [(cost, place, offer)]
        weighed.sort(key=lambda each: each[:2])
        kept: list[Offer] = []
        seen = set()
        for cost, _, option in weighed[:_MOST_TRIED]:
            if cost > _TOO_FAR or (kept and (cost > kept[0].cost + _FAR or len(kept) == _SHOWN)):
                break
            sentences = self.tried(option)
            means = part_meaning(tuple((one.form, one.modifiers) for one in sentences)) if sentences else None
            if means is not None and means not in seen:
                seen.add(means)
                kept.append(option)
        return tuple(kept)

    def with_cases(self, offer: Offer) -> Offer:
        """An offer with the nearest case that keeps it and the nearest that breaks it; as it is where no short log shows both."""
        from pactlang.explain.text import explained_one

        agreement, sentences = self._tried(offer)
        # Where nobody agrees on it yet, there is nobody for whom it could be kept.
        pairs = explained_one(sentences[0], agreement).pairs if agreement is not None and agreement.parties and sentences else ()
        if not pairs:
            return offer
        before = f"{pairs[0].shared}, then " if pairs[0].shared else ""
        return replace(offer, kept=before + pairs[0].kept.differs, broken=before + pairs[0].broken.differs)

    def set_apart(self, offers: Sequence[Offer]) -> list[Offer]:
        """The same offers, each after the first with a case on which it differs from the first: that case is the question.

        Where either is more than one sentence, a case of one of them would not tell the two apart.
        """
        tried = [self._tried(one) if len(one.lines) == 1 and not _clauses(one) else (None, ()) for one in offers[:_SHOWN]]
        if len(tried) < 2 or not tried[0][1]:
            return list(offers)
        from pactlang.checker.budget import Budget
        from pactlang.witness.search import first_apart
        from pactlang.words.case import case_words

        found = list(offers)
        agreement, first = tried[0]
        for place, (around, sentences) in enumerate(tried[1:], 1):
            if agreement is None or around is None or not agreement.parties or len(sentences) != 1 or len(first) != 1:
                continue
            case = first_apart((agreement, first[0]), (around, sentences[0]), Budget(_APART_STEPS))
            if case is not None:
                log, breaks = case
                words = case_words(log.entries, log.last, agreement)
                found[place] = replace(found[place], apart=f"{words}: " + ("breaks 1, not this" if breaks else "breaks this, not 1"))
        return found

    def tried(self, option: Offer) -> tuple[Sentence, ...]:
        """The sentences that the lines of an option are read as; none where anything is wrong with them."""
        return self._tried(option)[1]

    def _tried(self, option: Offer) -> tuple[Agreement | None, tuple[Sentence, ...]]:
        kind = option.heading.split()[0]
        option = named(option, TRIED)
        text = "".join(f"\n{one}\n" for one in (*self._named_clauses(option), *option.declares))
        text += f"\n{kind} {TRIED}\n" + "".join(f"    {line}\n" for line in option.lines)
        agreement, faults = self._resolved(text)
        if agreement is None or not faults <= self._base_faults:
            return None, ()
        clause = next((one for one in agreement.clauses if one.name == TRIED), None)
        if clause is None or any(one.not_applied for one in clause.sentences):
            return None, ()
        if any(isinstance(one, Selector) and not one.alternatives for one in parts(clause.sentences)):
            return None, ()  # a term that means nothing yet, which has a fault of its own
        return agreement, clause.sentences

    def _named_clauses(self, option: Offer) -> Iterator[str]:
        """The clauses whose breach an offer speaks of, as they stand in the text."""
        said = next((line.partition(",")[0].split()[4:] for line in option.lines if line.startswith("after each breach of ")), ())
        for block in self._gathered.own[0].blocks if said else ():
            if isinstance(block.heading, tree.ClauseHeading) and block.heading.name in said:
                yield "\n    ".join([block.line.span.text, *(item.line.span.text for item in block.items if item.body is not None)])

    def _faults(self, text: str) -> frozenset[tuple[str, str]]:
        return self._resolved(text)[1]

    def _resolved(self, text: str) -> tuple[Agreement | None, frozenset[tuple[str, str]]]:
        from pactlang.resolve import resolve_gathered
        from pactlang.resolve.files import gather

        path = Path(self._gathered.own[0].source.name)
        whole = f"{self._base}{text}".encode()
        agreement, faults = resolve_gathered(gather(path, lambda one: whole if one == path else self._read(one)))
        return agreement, frozenset(
            (one.code, one.message)
            for one in faults
            if one.severity is Severity.ERROR or (one.code == "E020" and not one.message.startswith(_NOBODY_YET))
        )


def _currency(one: Candidate, tokens: Sequence[Token], context: Context) -> tuple[str, ...]:
    """The currency of a sum, where the event whose amount it is has another one: `£200` of an expense in euros."""
    said = next((token for token in tokens if token.text in _CURRENCIES), None)
    whole = " ".join((*one.lines, *one.declares))
    units = {unit for event, unit in context.amounts.items() if re.search(rf"\b{re.escape(event)}s?\b", whole)}
    if said is None or "amount is" not in whole or said.text in whole or not units or said.text in units:
        return ()
    return (re.sub(r"[\d.,]+", "", said.said) or said.text,)


def _somebody(tokens: Sequence[Token], used: frozenset[int]) -> bool:
    """Whether a party is one of those who agreed, since it does something that is left out: `if a party cancels`."""
    pairs = [(one.text.casefold(), other.text.casefold()) for one, other in pairwise(tokens)]
    return any(
        one == "party" and verb_forms().get(other, ("", ""))[1] == "s" for place, (one, other) in enumerate(pairs, 1) if place not in used
    )


def _whose(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Whose days are spoken of, which no calendar knows: `his weekends`."""
    return tuple(
        f"{one.said} {other.said}"
        for one, other in pairwise(tokens)
        if one.text.casefold() in _OWNERS and other.text.casefold() in _OWN_DAYS
    )


def _several(line: str) -> bool:
    """Whether a line is cut into pieces by marks, one of which may be no more than what no form says."""
    return len(_CUTS.split(line)) > 1


def _changed(said: str, lost: Sequence[str]) -> bool:
    """Whether a sentence says something else without what it leaves out: a pause, a breach, `no` of what follows, one of those in turn."""
    words = [one.casefold() for one in lost]
    if any(_OWN.search(one) for one in words):
        return True
    if said.startswith(("after ", "before ")) and any(one in NEGATIONS for one in words):
        return True
    if _NOT_OWED.match(said) or (said.startswith("absence ") and lost):
        return True
    if any(_SOMEBODY_ELSE.search(one) for one in words):
        return True  # one of the others is neither anyone nor all of them
    if " by anyone" in said and "other" in words:
        return True
    if not _FORBIDDING.match(said) and any(not _PUT_AWAY.isdisjoint(one.split()) for one in words):
        return True  # `screens off by 21:00` is no time in front of them
    return " in turn " in said and any(one[:1].isupper() and one not in (*WEEKDAYS, *MONTHS) for piece in lost for one in piece.split())


def _clauses(offer: Offer) -> bool:
    return any(not _NO_CLAUSE.match(one) for one in offer.declares)


def named(offer: Offer, clause: str) -> Offer:
    """An offer with the name of its clause in what it declares: `after each breach of …`."""
    declares, marked = (tuple(one.replace("{clause}", clause) for one in said) for said in (offer.declares, offer.marked))
    return replace(offer, declares=declares, marked=marked)


def with_values(offer: Offer, values: Iterable[str]) -> dict[str, str]:
    """Each line of an offer and what it declares with lines of its own, and the same with values in the place of what nobody said."""
    given = iter(values)
    said = (*offer.lines, *(one for one in offer.declares if not _BARE.match(one)))
    return {old: HOLE.sub(lambda _: next(given).strip(), marked) for old, marked in zip(said, offer.marked, strict=True)}


def snippet_of(offer: Offer) -> dict[str, str]:
    """Each line of an offer as an editor's snippet, with a stop for each value that nobody said.

    >>> snippet_of(Offer(("call within 24 hours",), marked=("call within ‹24 hours›",), holes=("24 hours",)))
    {'call within 24 hours': 'call within ${1:24 hours}'}
    """
    stops = [f"${{{number}:{hole}}}" for number, hole in enumerate(offer.holes, 1)]
    marked = tuple(re.sub(r"([$\\}])", r"\\\1", one) for one in offer.marked)
    return with_values(replace(offer, marked=marked), stops)


def _by_vocabulary(declares: tuple[str, ...]) -> tuple[str, ...]:
    """The same declarations, where a vocabulary that comes along has some of the events: `use household` in their place."""
    found = [_EVENT.match(one) for one in declares]
    names = [vocabulary_with(one[1]) if one else "" for one in found]
    brought = [f"use {name}" for name in dict.fromkeys(names) if name]
    return (*brought, *(one for one, name in zip(declares, names, strict=True) if not name)) if brought else ()


def _declarations(gathered: Gathered) -> str:
    """The text of an agreement without clauses, aims and examples, and without its signatures."""
    lines: list[str] = []
    document = gathered.own[0]
    for block in document.blocks:
        if isinstance(block.heading, tree.ClauseHeading | tree.AimHeading | tree.ExampleHeading | tree.MatrixHeading | None):
            continue
        lines.append(block.line.span.text)
        items = [item for item in block.items if item.body is not None]
        lines += [
            f"    {item.line.span.text}" for item in items if not (isinstance(item.body, tree.FieldLine) and item.body.word == "signed by")
        ]
    return "\n".join(lines) + "\n"


def _context(gathered: Gathered, agreement: Agreement | None) -> Context:
    nouns: dict[str, str] = {}
    for document in (*gathered.own, *gathered.vocabularies):
        for block in document.blocks:
            if isinstance(block.heading, tree.TermHeading):
                nouns[str(block.heading.name)] = f"{block.heading.name}s"
    days = tuple(str(block.heading.name) for one in gathered.own for block in one.blocks if isinstance(block.heading, tree.DaysHeading))
    hours = tuple(str(block.heading.name) for one in gathered.own for block in one.blocks if isinstance(block.heading, tree.HoursHeading))
    headings = [block.heading for one in gathered.own for block in one.blocks]
    clauses = tuple(str(one.name) for one in headings if isinstance(one, tree.ClauseHeading) and one.name)
    if agreement is None:
        return Context(nouns=nouns, days=days, hours=hours, clauses=clauses)
    nouns |= {"pause": "pauses"} | {name: event.plural for name, event in agreement.vocabulary.events.items()}
    return Context(
        days=days,
        hours=hours,
        parties=tuple(agreement.parties),
        nouns=nouns,
        people=tuple(one.name for one in agreement.people),
        tags=tuple(dict.fromkeys(tag for one in agreement.people for tag in one.tags)),
        states=tuple(one.name for one in agreement.states),
        clauses=clauses,
        amounts={name: event.unit for name, event in agreement.vocabulary.events.items() if event.unit},
        with_person=tuple(name for name, event in agreement.vocabulary.events.items() if event.with_person),
    )
