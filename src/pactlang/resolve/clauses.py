"""Clauses and matrices resolved: sentences with their modifiers, promises, reasons; tables with their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactlang.diagnostics import Label, nearest_spelling
from pactlang.language import tree
from pactlang.language.line import as_named
from pactlang.language.scanner import normalised, unquoted
from pactlang.model import agreement as model
from pactlang.model.calendar import Days
from pactlang.model.parts import after_breach, awaited, events, occasion
from pactlang.model.vocabulary import CONSENT, LEAVE, REVIEW, STOP_WORDS
from pactlang.model.words import folded
from pactlang.resolve.free import Around, is_feeling, nothing_more, stop_of
from pactlang.resolve.red_flags import not_applied
from pactlang.resolve.scope import place_of, span_of

if TYPE_CHECKING:
    from pactlang.resolve.forms import FormResolver
    from pactlang.resolve.scope import Scope
    from pactlang.source import Span

_DEADLINES = (model.Response, model.Interval, model.Schedule, model.RepeatAfter)


def read_clause(block: tree.Block, name: str, forms: FormResolver, scope: Scope) -> model.Clause:
    """A clause with everything under it."""
    heading = block.heading
    assert isinstance(heading, tree.ClauseHeading)  # noqa: S101 - the caller looked
    promises = [model.PlainPromise(unquoted(one.line.span), one.line.span) for one in block.items if one.line.kind is tree.LineKind.PROMISE]
    sentences = _sentences(block, name, forms, scope)
    return model.Clause(name, heading.kind, str(heading.title), sentences, tuple(promises), _reasons(block), block.line.span)


def read_aim(block: tree.Block, forms: FormResolver, scope: Scope) -> model.Aim:
    """A hope or a guarantee with everything under it."""
    heading = block.heading
    assert isinstance(heading, tree.AimHeading)  # noqa: S101 - the caller looked
    sentences = _sentences(block, heading.name, forms, scope)
    for sentence in sentences:
        if isinstance(getattr(sentence.form, "trigger", None), model.BreachTrigger) and not sentence.repairs:
            message = f"A {heading.kind.value} is about days on which every clause is kept, so there is no breach to follow."
            scope.fault("E023", message, sentence.span, "this sentence under a clause, such as 'repair'")
        if sentence.modifiers.revisit is not None:
            message = f"Nothing reminds of a {heading.kind.value}: the clauses are what you talk about again."
            scope.fault("E025", message, sentence.span, "this sentence without 'revisit', or under a clause")
        if sentence.repairs:
            message = f"No log breaks a {heading.kind.value}, so nothing repairs it."
            scope.fault("E025", message, sentence.span, "this sentence without 'otherwise', or under a clause")
        if sentence.modifiers.wish:
            message = f"A {heading.kind.value} is not a wish: no log can keep or break it."
            scope.fault("E025", message, sentence.span, "this sentence without 'if we can', or under a clause")
    return model.Aim(heading.name, heading.kind, str(heading.title), sentences, _reasons(block), block.line.span)


def _sentences(block: tree.Block, name: str, forms: FormResolver, scope: Scope) -> tuple[model.Sentence, ...]:
    """The sentences under a heading, each with its modifiers."""
    sentences: list[model.Sentence] = []
    repairs: dict[int, model.Sentence] = {}  # what repairs a breach of one, by its place
    broken = False  # the line above could not be read, so its modifiers are not the fault of the sentence before it
    for item in block.items:
        span = item.line.span
        body = item.body
        if isinstance(body, tree.ModifierLine) and body.word == "revisit" and (scope.event_of("revisit") or scope.term_of("revisit")):
            body = as_named(span) or body  # what people declared comes before a word of the language
        match item.line.kind, body:
            case _, tree.SentenceLine(form, read_as):
                broken = False
                index = len(sentences) + 1
                label = name if index == 1 else f"{name}.{index}"
                scope.refusals.clear()
                resolved = forms.form(form, span)
                sentences.append(
                    model.Sentence(label, name, index, resolved, read_as or " ".join(span.text.split()), span, not_applied=scope.refused())
                )
            case _, tree.ModifierLine("otherwise" | "still owed") as modifier if sentences and not broken:
                place = len(sentences) - 1
                repair = _repairing(sentences[-1], repairs.get(place), modifier, span, forms, scope)
                if repair is not None:
                    repairs[place] = repair
            case _, tree.ModifierLine() as modifier:
                if sentences and not broken:
                    sentences[-1] = _modified(sentences[-1], modifier, span, scope)
                elif not broken:
                    scope.fault("E025", f"'{_shown(modifier.word)}' is not under a sentence.", span, "a sentence above it")
            case tree.LineKind.CODE, None:
                broken = True
            case _:
                pass
    return tuple(one for place, sentence in enumerate(sentences) for one in _with_repair(sentence, repairs.get(place), scope))


def _repairing(
    sentence: model.Sentence, known: model.Sentence | None, line: tree.ModifierLine, span: Span, forms: FormResolver, scope: Scope
) -> model.Sentence | None:
    """What repairs a breach of the sentence above, with one more line of it; None where that has no meaning there."""
    form = sentence.form
    if line.word == "still owed":
        if known is None or not isinstance(known.form, model.Response):
            scope.fault(
                "E025", "'still owed' goes under 'otherwise …'.", span, "a line above it, such as 'otherwise message within 1 hour'"
            )
            return None
        if not (isinstance(form, model.Response | model.Interval | model.RepeatAfter) or (isinstance(form, model.Schedule) and form.by)):
            message = "What this sentence asks for cannot come late, so it cannot be still owed."
            scope.fault("E025", message, span, "above it, a sentence with a deadline: 'after each …', '… every 90 days' or '… by day 5'")
            return None
        if known.form.trigger == model.OtherwiseTrigger(still_owed=True):
            scope.fault("E027", "'still owed' appears twice under this sentence.", span, "one of them")
            return None
        return replace(known, form=replace(known.form, trigger=model.OtherwiseTrigger(still_owed=True)), words=f"{known.words}, still owed")
    if known is not None:
        scope.fault("E027", "'otherwise' appears twice under this sentence.", span, "one of them")
        return None
    if isinstance(form, model.Pause | model.PauseAfter):
        scope.fault("E025", "A pause has no 'otherwise': what it stops is stopped.", span, "a pause without it")
        return None
    if after_breach(form):
        message = "This sentence follows a breach already, and nothing more follows what it asks for."
        scope.fault("E025", message, span, "'otherwise' under the sentence whose breach it repairs")
        return None
    if _is_sum(form):
        message = "What is missing of a sum is paid, however late, and that is all which repairs it."
        scope.fault("E025", message, span, "'after each breach of' and this clause, in a sentence of its own")
        return None
    if LEAVE in events(occasion(form)):
        scope.fault("E025", "What follows leaving is asked for after the end, and nothing more follows it.", span, "a sentence without it")
        return None
    assert isinstance(line.value, model.Response)  # noqa: S101 - the grammar gives an answer
    scope.refusals.clear()
    resolved = forms.form(line.value, span)
    assert isinstance(resolved, model.Response)  # noqa: S101 - a form stays what it is
    if resolved.duty.by is model.WhoWord.EACH_PARTY:
        message = "One breach has one repair, so 'each party' has no one here to be told apart by."
        scope.fault("E023", message, place_of("by each party", span, last=True), "'by everyone', 'by the same party' or 'by the others'")
    words = " ".join(span.text.split())
    label = sentence.label + model.OTHERWISE
    return model.Sentence(label, sentence.clause, sentence.index, resolved, words, span, not_applied=scope.refused())


def _with_repair(sentence: model.Sentence, repair: model.Sentence | None, scope: Scope) -> tuple[model.Sentence, ...]:
    """A sentence, and after it the one that says what repairs its breach."""
    if repair is None:
        return (sentence,)
    lines = sentence.modifiers
    if lines.wish:
        scope.fault("E025", "A wish is never broken, so nothing repairs it.", repair.span, "'if we can' or 'otherwise …', not both")
    assert isinstance(repair.form, model.Response)  # noqa: S101 - `_repairing` makes no other
    shown = model.Modifiers(private=lines.private, watch=lines.watch)
    return replace(sentence, modifiers=replace(lines, otherwise=repair.form)), replace(repair, modifiers=shown)


def without_red_flags(sentences: tuple[model.Sentence, ...], around: Around) -> tuple[model.Sentence, ...]:
    """The sentences, each that is never applied with why."""
    found: list[model.Sentence] = []
    for one in sentences:
        why = not_applied(one.form, one.modifiers, around)
        if not why and one.repairs:
            why = nothing_more(found[-1].form, found[-1].modifiers, around)
        found.append(replace(one, not_applied=why) if why else one)
    return tuple(found)


def private_everywhere(clauses: list[model.Clause], scope: Scope) -> list[model.Clause]:
    """The clauses, each answer with all that is private anywhere: what somebody keeps to themselves is asked for by no sentence.

    What is never told must not be asked for.
    """
    untold = tuple(dict.fromkeys(kept for clause in clauses for one in clause.sentences for kept in one.modifiers.untold))
    if not untold:
        return clauses
    never = {folded(item) for kept in untold if kept.who is None for item in kept.items}
    found = []
    for clause in clauses:
        for sentence in clause.sentences:
            for item in (one for one in sentence.modifiers.covering if folded(one) in never):
                message = f"'{item}' is never told, so no sentence can ask for it."
                scope.fault("E023", message, span_of(item, sentence.span), f"'{item}' under 'covering' or under 'never covering', not both")
        sentences = tuple(
            replace(one, modifiers=replace(one.modifiers, untold=untold)) if one.modifiers.names_items else one for one in clause.sentences
        )
        found.append(replace(clause, sentences=sentences))
    return found


def only_what_can_be(aim: model.Aim, scope: Scope) -> model.Aim:
    """An aim without the sentences that are never applied: nothing is held against them. They are refused."""
    for sentence in aim.sentences:
        if sentence.not_applied:
            scope.refuse("E023", f"No {aim.kind.value} can be this: {sentence.not_applied}.", sentence.span)
    return replace(aim, sentences=tuple(one for one in aim.sentences if not one.not_applied)) if scope.refused() else aim


def _reasons(block: tree.Block) -> tuple[str, ...]:
    lines = (item.line.span.text for item in block.items if item.line.kind is tree.LineKind.REASON)
    return tuple(normalised(text[1:].strip()) for text in lines)


def _modified(sentence: model.Sentence, line: tree.ModifierLine, span: Span, scope: Scope) -> model.Sentence:
    """The sentence with one more modifier; one that has no meaning there is a fault."""
    modifiers, form, value = sentence.modifiers, sentence.form, scope.dated(line.value, span)

    def fits(*kinds: type) -> bool:
        if isinstance(form, kinds) and not (kinds == (model.Response,) and _is_sum(form)):  # a sum names no items
            return True
        scope.fault("E025", f"'{_shown(line.word)}' has no meaning under this sentence.", span, _MEANT_FOR[line.word])
        return False

    if line.word in _ONCE and getattr(modifiers, _ONCE[line.word]) is not None:
        scope.fault("E027", f"'{line.word}' appears twice under this sentence.", span, "one of them")
        return sentence
    changed = modifiers
    match line.word, value:
        case "covering", tuple():
            if fits(model.Response):
                _check_items(value, form, scope)
                changed = replace(modifiers, covering=(*modifiers.covering, *value))
        case "optionally", tuple():
            if fits(model.Response):
                changed = replace(modifiers, optionally=(*modifiers.optionally, *value))
        case "never covering", tuple():
            if fits(model.Response):
                changed = replace(modifiers, untold=(*modifiers.untold, model.Private(None, value)))
        case "keeps private", (party, *items):
            if fits(model.Response) and scope.party(party, span):
                changed = replace(modifiers, untold=(*modifiers.untold, model.Private(model.Parties((party,)), tuple(items))))
        case "warn at", _:
            if fits(model.Cap):
                changed = replace(modifiers, warn_at=value)  # the grammar gives a number
        case "warn before", _:
            if fits(*_DEADLINES, model.Quota):
                changed = replace(modifiers, warn_before=value)  # the grammar gives a length
        case "remind", _:
            if fits(*_DEADLINES, model.Quota):
                changed = replace(modifiers, remind_before=(*modifiers.remind_before, value))
        case "grace", _:
            if fits(*_DEADLINES):
                changed = replace(modifiers, grace=value)  # the grammar gives a length
        case "only" | "except", model.DateRange() | model.Season() | model.EveryOther() | model.DayFilter() | model.WhileFilter():
            if isinstance(value, model.WhileFilter):
                scope.state(value.state, span)
                _narrows_each_apart(value.state, form, span, scope)
            if isinstance(value, model.DayFilter) and isinstance(form, model.Interval | model.RepeatAfter):
                scope.fault(
                    "E025", "Something owed every few days has no weekday.", span, "a schedule above it, such as 'every week on Friday'"
                )
            elif line.word == "only":
                changed = replace(modifiers, only=(*modifiers.only, value))
            else:
                changed = replace(modifiers, excepted=(*modifiers.excepted, value))
        case "if we can", _:
            if _may_be_wished(form, span, scope):
                changed = replace(modifiers, wish=True)
        case "revisit", Days() | int():
            if REVIEW not in scope.events and not scope.incomplete:
                message = f"There is no event '{REVIEW}' here, and an entry of it is what answers 'revisit'."
                scope.fault("E025", message, span, scope.declaring(REVIEW))
            changed = replace(modifiers, revisit=model.Revisit(value) if isinstance(value, Days) else model.Revisit(by=value))
        case "revisit", _:
            scope.fault("E025", "Talks come again after days, weeks or months.", span, "'revisit every 3 months'")
        case "private", _:
            changed = replace(modifiers, private=True)
        case "watch off", _:
            changed = replace(modifiers, watch=False)
        case "otherwise" | "still owed", _:
            pass  # read apart, with the sentence that it makes
        case _:
            raise AssertionError(f"a modifier that the grammar does not know: {line.word}")
    return replace(sentence, modifiers=changed)


def _is_sum(form: model.Form) -> bool:
    """Whether what is owed is a part of an amount."""
    return isinstance(form, model.Response) and form.portion is not None


def _narrows_each_apart(state: str, form: model.Form, span: Span, scope: Scope) -> None:
    """What comes again, or follows a breach, is not an event of one party's, so no state of each party's own can narrow it."""
    trigger = getattr(form, "trigger", None)
    again = isinstance(form, model.Interval | model.Quota | model.Schedule)
    if state in scope.own_states and (again or isinstance(trigger, model.BreachTrigger)):
        what = "what comes again" if again else "what follows a breach"
        message = f"Each party has a state '{state}' of their own, so it cannot say when {what} is asked for."
        example = f"'after each … by each party while {state}, … by the same party'"
        expected = f"a sentence about events, such as {example}, or a state without 'for each party'"
        scope.fault("E025", message, span_of(state, span), expected)


def _may_be_wished(form: model.Form, span: Span, scope: Scope) -> bool:
    """Whether a sentence can be a wish (R90): what is stopped is stopped, and nobody goes on without a yes since it was only wished for."""
    asked = [getattr(form, "duty", None), getattr(getattr(form, "unless", None), "duty", None), awaited(form)]
    if isinstance(form, model.Pause | model.PauseAfter):
        message, expected = "A pause cannot be a wish: what it stops is stopped.", "a pause without 'if we can'"
    elif any(one.event == CONSENT for duty in asked if duty is not None for one in duty.selector.alternatives):
        message, expected = "Consent cannot be a wish: without a yes it is a no.", "this sentence without 'if we can'"
    else:
        return True
    scope.fault("E025", message, span, expected)
    return False


def _shown(word: str) -> str:
    return {"warn before": "warn … before", "remind": "remind … before", "keeps private": "keeps … private"}.get(word, word)


_ONCE = {"warn at": "warn_at", "warn before": "warn_before", "grace": "grace", "revisit": "revisit"}
_ANSWERS = "above it, a sentence that asks for an answer: 'after each …, disclosure …'"
_DEADLINE = "above it, a sentence with a deadline: 'after each …' or '… every …'"
_MEANT_FOR = {
    "covering": _ANSWERS,
    "optionally": _ANSWERS,
    "never covering": _ANSWERS,
    "keeps private": _ANSWERS,
    "warn at": "above it, a limit: 'at most …'",
    "warn before": _DEADLINE,
    "remind": _DEADLINE,
    "grace": _DEADLINE,
}


def _check_items(items: tuple[tree.Name, ...], form: model.Form, scope: Scope) -> None:
    """Anything may be covered; a near miss of a field of the answer is worth a look."""
    assert isinstance(form, model.Response)  # noqa: S101 - the caller looked
    events = (scope.events.get(one.event) for one in form.duty.selector.alternatives)
    known = {name for event in events if event is not None for name in event.fields}
    for item in items:
        near = "" if item in known else nearest_spelling(item, known - set(items), 0.75)
        if near:
            scope.warn("E020", f"'{item}' is close to '{near}', a field of {form.duty.selector.noun}.", item.span, nearest=near)


def read_matrix(block: tree.Block, scope: Scope) -> model.Matrix | None:
    """A matrix; None where its event is unknown or it has no table."""
    heading = block.heading
    assert isinstance(heading, tree.MatrixHeading)  # noqa: S101 - the caller looked
    event = scope.event_of(heading.event)
    if event is None:
        scope.unknown("event", heading.event, heading.event.span, scope.events, f"a declared event, or a heading 'event {heading.event}'")
    elif event.name in STOP_WORDS:
        scope.fault("E023", "Stopping is always free: it needs nobody's consent.", heading.event.span, "an event such as encounter")
        return None
    elif is_feeling(event.name) or stop_of(event.name) in STOP_WORDS:
        free = "Feelings are free: they need" if is_feeling(event.name) else "Stopping is always free: it needs"
        scope.refuse("E023", f"{free} nobody's consent.", heading.event.span, "an event such as encounter")
        if scope.refused():
            return None
    ask_within: object = Days(days=7)
    asked: Span | None = None
    table: list[tuple[tree.TableLine, Span]] = []
    for item in block.items:
        match item.body:
            case tree.TableLine() as line:
                table.append((line, item.line.span))
            case tree.FieldLine("ask means", (length,)):
                if asked is not None:
                    scope.fault("E027", "'ask means' appears twice.", item.line.span, labels=(Label(asked, "first here"),))
                ask_within, asked = length, asked or item.line.span
            case _:
                pass
    if not table:
        scope.fault("E028", "This matrix has no table.", block.line.span, "a line with the parties, then one for each activity")
        return None
    parties = _columns(table[0][0], scope)
    rows = [row for line, span in table[1:] if (row := _row(line, span, len(table[0][0].cells) - 1, scope)) is not None]
    seen: dict[str, Span] = {}
    looks: dict[str, str] = {}
    for row in rows:
        if row.activity in seen:
            scope.fault("E021", f"'{row.activity}' appears twice.", row.span, labels=(Label(seen[row.activity], "first here"),))
        elif same := looks.get(folded(row.activity)):
            # Both rows of a signed table count.
            scope.refuse("E021", f"'{row.activity}' is the same as '{same}', apart from capital letters.", row.span, "one row for both")
            scope.refused()
        seen[row.activity] = row.span
        looks.setdefault(folded(row.activity), row.activity)
    if event is None or parties is None:
        return None
    return model.Matrix(
        heading.name,
        str(heading.title),
        event.name,
        parties,
        tuple(rows),
        _reasons(block),
        block.line.span,
        ask_within,  # type: ignore[arg-type]  # the grammar gives a duration
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _columns(line: tree.TableLine, scope: Scope) -> tuple[str, ...] | None:
    names = line.cells[1:]
    if not names:
        scope.fault("E028", "The first line of a matrix names the parties.", line.cells[0].span, "such as 'activity  Ana  Ben'")
        return None
    known = [scope.party(name, name.span) for name in names]
    for place, name in enumerate(names):
        if name in names[:place]:
            scope.fault("E028", f"{name} has two columns.", name.span, "one column for each party")
            return None
    return tuple(names) if all(known) else None


def _row(line: tree.TableLine, span: Span, columns: int, scope: Scope) -> model.MatrixRow | None:
    activity, cells = line.cells[0], line.cells[1:]
    if " " in activity:
        scope.fault("E028", f"'{activity}' is more than one word, and no entry can have it as a tag.", activity.span, "one word")
        return None
    if len(cells) != columns:
        message = f"This row has {_count(len(cells), 'cell', 'cells')} for {_count(columns, 'party', 'parties')}."
        scope.fault("E028", message, span, "one cell for each party: yes, ask, no or ?")
        return None
    values: list[model.Cell] = []
    for cell in cells:
        found = next((one for one in model.Cell if one.value == cell.casefold()), None)
        if found is None:
            near = nearest_spelling(cell, [one.value for one in model.Cell])
            scope.fault("E028", f"A cell cannot be '{cell}'.", cell.span, "yes, ask, no or ?", near)
        else:
            values.append(found)
    if len(values) != columns:
        return None
    return model.MatrixRow(activity, tuple(values), " ".join(span.text.split()), span)
