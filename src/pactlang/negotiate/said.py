"""What a clause says, line by line as people wrote it: each sentence with the lines under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactlang.syntax.literate import agreement_line

if TYPE_CHECKING:
    from pactlang.model.agreement import Aim, Clause, Sentence


def sentence_lines(sentence: Sentence, clause: Clause | Aim) -> tuple[str, ...]:
    """A sentence and its modifiers, spaces evened out; no comments, reasons or promises."""
    source = sentence.span.source
    first = sentence.span.start_position.line
    others = {other.span.start_position.line for other in clause.sentences}
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
    return (*promises, *(line for sentence in clause.sentences for line in sentence_lines(sentence, clause)))


def aim_lines(aim: Aim) -> tuple[str, ...]:
    """The sentences of a hope or a guarantee, with the lines under them."""
    return tuple(line for sentence in aim.sentences for line in sentence_lines(sentence, aim))
