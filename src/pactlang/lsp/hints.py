"""Small words beside the text: how much of a cap is used and what comes next in an agreement, what an entry started in a log."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pactlang.checker.finding import Status
from pactlang.checker.form import FormName
from pactlang.day.status import today_of
from pactlang.day.status_text import due_words
from pactlang.lsp.remarks import deadline_words
from pactlang.model.agreement import Sentence
from pactlang.words.caps import used_words
from pactlang.words.words import count_words, so_many_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactlang.lsp.study import Study
    from pactlang.source import Span


class Hint(NamedTuple):
    """Words to show after a place (an offset in a file)."""

    file: str
    offset: int
    words: str


def in_agreement(study: Study) -> list[Hint]:
    """For each sentence: how much of it is used, or when it is due next. Nothing where no log stands beside it."""
    if study.judgement is None or study.agreement is None or not study.log.sources:
        return []
    today = today_of(study.versions, study.log.entries, study.now, study.zone)
    said: dict[tuple[str, int], list[str]] = {}
    place: dict[tuple[str, int], Span] = {}

    def say(sentence: Sentence, words: str) -> None:
        span = sentence.span
        if not any(span.source.name == document.source.name for document in study.gathered.own):
            return
        key = (span.source.name, span.end)
        said.setdefault(key, []).append(words)
        place[key] = span

    for room in today.left:
        say(room.sentence, used_words(room))
    told: set[str] = set()
    for coming in (*today.now, *today.next):
        sentence = coming.item.sentence
        if isinstance(sentence, Sentence) and sentence.label not in told and sentence.span.source.name.endswith(study.path.suffix):
            told.add(sentence.label)
            say(sentence, due_words(coming, today))
    return [Hint(file, offset, ", ".join(words)) for (file, offset), words in sorted(said.items())]


def in_log(study: Study, file: str) -> list[Hint]:
    """For each entry that started a time: up to when it is, and for whom."""
    judgement = study.judgement
    source = study.log.sources.get(file)
    if judgement is None or source is None:
        return []
    found: dict[int, list[str]] = {}
    for finding in judgement.findings:
        entry = finding.subject
        if finding.form is not FormName.RESPONSE or entry is None or entry.file != file or finding.status is not Status.DUE:
            continue
        duty = getattr(getattr(finding.sentence, "form", None), "duty", None)
        noun = duty.selector.noun if duty is not None else "answer"
        who = f" by {so_many_words(finding.who, finding.still)}" if finding.who else ""
        found.setdefault(entry.line, []).append(f"{noun}{who} until {deadline_words(finding, judgement)}")
    hints: list[Hint] = []
    for line, words in sorted(found.items()):
        start = source.file.line_start(line)
        hints.append(Hint(file, start + len(source.file.line_text(line).rstrip()), "; ".join(words)))
    return hints


class Lens(NamedTuple):
    """Words above a line (an offset in a file), and the command behind them with its arguments."""

    file: str
    offset: int
    words: str
    command: str
    arguments: tuple[str, ...] = ()


def not_in_force(study: Study) -> bool:
    """Whether the text that lies here does not judge now, while texts of it were agreed on."""
    if study.agreement is None or study.door is None or study.door.drafts or study.judgement is None:
        return False
    now = next((one for one in study.judgement.versions if one.judges(study.now)), None)
    return now is None or now.agreement.digest != study.agreement.digest


AS_IT_WOULD_BE = "pact.asItWouldBe"
CHECK = "pact.check"
RUN_EXAMPLES = "pact.runExamples"


def lenses(study: Study) -> Iterator[Lens]:
    """Above the agreement: how its log stands. Above each example: whether the checker judges it as it says."""
    judgement = study.judgement
    results = study.examples
    for example in study.agreement.examples if study.agreement is not None else ():
        own = [one for one in results if one.example is example]
        if own:
            holds = "this one holds" if all(one.holds for one in own) else "this one does not hold"
            yield Lens(example.span.source.name, example.span.start, f"Run the examples · {holds}", RUN_EXAMPLES, (str(study.path),))
    if study.agreement is not None and not_in_force(study):
        span = study.agreement.span
        yield Lens(span.source.name, span.start, "Not in force · see it as it would be", AS_IT_WOULD_BE, (str(study.path),))
        return
    if judgement is None or study.agreement is None or not study.log.sources:
        return
    summary = judgement.summary
    stands = [f"{summary.kept} kept"]
    stands += [count_words(summary.breach, "breach", "breaches")] if summary.breach else []
    stands += [f"{summary.due} due"] if summary.due else []
    stands += [f"{summary.drift} drifting"] if summary.drift else []
    span = study.agreement.span
    words = f"{'A draft, as it would be: ' if judgement.drafts else ''}{', '.join(stands)}"
    yield Lens(span.source.name, span.start, words, CHECK, (str(study.path),))
