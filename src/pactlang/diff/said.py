"""What a clause says, line by line as people wrote it: each sentence with the lines under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.language.literate import agreement_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pactlang.model.agreement import Aim, Clause, Example, Sentence
    from pactlang.source import Span


def sentence_lines(sentence: Sentence, clause: Clause | Aim) -> tuple[str, ...]:
    """A sentence and its modifiers, spaces evened out; no comments, reasons or promises."""
    if sentence.repairs:
        return (sentence.words,)
    source = sentence.span.source
    first = sentence.span.start_position.line
    others = {other.span.start_position.line for other in clause.sentences if not other.repairs}
    lines = [sentence.words]
    for number in range(first + 1, source.line_count + 1):
        text = agreement_line(source, number)
        words = text.partition(" #")[0].split()
        if not words or words[0].startswith("#"):
            continue
        if not text[0].isspace() or number in others:
            break
        if not words[0].startswith((">", '"', "“")):
            lines.append(" ".join(words))
    return tuple(lines)


def clause_lines(clause: Clause) -> tuple[str, ...]:
    """The promises in plain words, then the sentences with the lines under them."""
    promises = (f'"{promise.words}"' for promise in clause.promises)
    return (*promises, *(line for sentence in clause.sentences if not sentence.repairs for line in sentence_lines(sentence, clause)))


def example_lines(example: Example) -> tuple[str, ...]:
    """What stands under the heading of an example: its entries, the notes under them, what is expected."""
    return lines_from(example.span)[1:]


def by_title(examples: Iterable[Example]) -> dict[str, Example]:
    """Examples by what they are called. Of several that are called the same the second is `TITLE (2)`, and so on."""
    found: dict[str, Example] = {}
    for example in examples:
        name, number = example.title, 1
        while name in found:
            number += 1
            name = f"{example.title} ({number})"
        found[name] = example
    return found


def lines_from(span: Span) -> tuple[str, ...]:
    """A heading and all that stands under it, spaces evened out; no comments."""
    source, first = span.source, span.start_position.line
    lines = [" ".join(agreement_line(source, first).partition(" #")[0].split())]
    for number in range(first + 1, source.line_count + 1):
        text = agreement_line(source, number)
        if text.strip() and not text[0].isspace():
            break
        words = text.partition(" #")[0].split()
        if words and not words[0].startswith("#"):
            lines.append(" ".join(words))
    return tuple(lines)


def aim_lines(aim: Aim) -> tuple[str, ...]:
    """The sentences of a hope or a guarantee, with the lines under them."""
    return tuple(line for sentence in aim.sentences for line in sentence_lines(sentence, aim))
