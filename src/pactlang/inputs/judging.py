"""Judges files, and looks up what a call names in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from pactlang.diagnostics import Diagnostic, Severity, nearest_spelling
from pactlang.inputs.files import AGREEMENT_ENDINGS, STANDARD_INPUT, InputError, Reader, read_file, sort_files, split_call
from pactlang.inputs.moments import date_of, local_instant, moment_or_now, zone_of_all
from pactlang.inputs.texts import Texts, load, read_logs, read_plainly, read_texts
from pactlang.model.words import evened

if TYPE_CHECKING:
    from pactlang.checker.finding import Judgement
    from pactlang.log.entry import Entry
    from pactlang.model.agreement import Agreement


class Checked(Struct):
    """A judgement with what the texts gave to say that did not keep them from being judged."""

    judgement: Judgement
    warnings: list[Diagnostic] = field(default_factory=list)
    since: int | None = None
    only: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)


def check(
    agreements: Agreement | Sequence[Agreement],
    logs: str | Path | Sequence[str | Path] | Sequence[Entry] = (),
    *,
    as_of: datetime | None = None,
    keep_all: bool = False,
) -> Judgement:
    """Judge logs by an agreement, or by several versions of one.

    `logs` are paths, or entries already read. `as_of` defaults to now; one without a zone is read in the agreement's.
    Raises `InputError` with every fault of the logs. With `keep_all` the judgement lists what was kept, too.
    """
    from pactlang.checker.engine import judge
    from pactlang.log.entry import Entry

    versions = (agreements,) if not isinstance(agreements, Sequence) else tuple(agreements)
    zone = zone_of_all(versions)
    paths: list[Path] = []
    entries: list[Entry] = []
    for one in [logs] if isinstance(logs, str | Path) else logs:
        if isinstance(one, Entry):
            entries.append(one)
        else:
            paths.append(Path(one))
    if paths:
        read, diagnostics = read_logs(paths, versions)
        if any(one.severity is Severity.ERROR for one in diagnostics):
            raise InputError(diagnostics=diagnostics)
        entries.extend(read)
    moment = datetime.now(UTC) if as_of is None else as_of
    instant = int(moment.timestamp()) if moment.tzinfo is not None else local_instant(moment, zone)
    return judge(versions, entries, instant, zone, keep_all=keep_all)


def check_files(
    files: Sequence[str],
    *,
    as_of: str = "",
    since: str = "",
    only: Sequence[str] = (),
    keep_all: bool = False,
    this_text: bool = False,
    read: Reader = read_file,
) -> Checked:
    """What `pact check` does: tell agreements from logs, read all of them, judge.

    All faults of all files come in one `InputError`. `as_of` and `since` are as typed.
    """
    from pactlang.checker.engine import judge

    texts = read_texts(files, this_text=this_text, as_of=as_of, read=read)
    zone = texts.zone
    instant = moment_or_now(as_of, zone)
    first = date_of(since, "--since") if since else None
    known_clauses(only, texts.agreements)
    judgement = judge(texts.agreements, texts.entries, instant, zone, keep_all=keep_all or first is not None or bool(only))
    judgement.first = texts.remarks
    # The checker says of a text that was set aside what was said of it before.
    judgement.remarks = [one for one in judgement.remarks if one.message not in texts.remarks]
    return Checked(judgement, texts.warnings, first, tuple(only), texts.notes)


NEW_ENTRY = "your entry"  # what faults call the text of an entry that is in no file yet


def read_entries(line: str, texts: Texts, warnings: list[Diagnostic] | None = None) -> list[Entry]:
    """The entry of a line that is in no file yet (several where it waives several), held against the agreements and the logs.

    Raises `InputError` with all its faults. What is only worth a look, a name or a word that is nearly a known one, is added to `warnings`.
    """
    from pactlang.log.read import combine, read_log
    from pactlang.log.validate import Known, validate

    plain = read_plainly([path for path in texts.logs if str(path) != STANDARD_INPUT])
    new = read_log(line, NEW_ENTRY)
    own = [entry.line for entry in new.entries]
    known = Known.of(texts.agreements, whole=texts.whole)
    log = validate(combine([plain, new]), known, NEW_ENTRY)
    faults = [one for one in log.diagnostics if one.span.source.name == NEW_ENTRY]
    if any(one.severity is Severity.ERROR for one in faults):
        raise InputError(diagnostics=faults)
    entries = [one for one in log.entries if one.file == NEW_ENTRY]
    if not entries or len(set(own)) != 1:
        raise InputError("the log already says this" if own else "give one entry, for example: disclosure by Ana to Ben about e1")
    if warnings is not None:
        # What the log's warnings say once, of its first entry with such a word, holds of this one, too.
        alone = [one for one in validate(new, known, NEW_ENTRY).diagnostics if one.severity is Severity.WARNING]
        said = {(one.code, one.span.start) for one in faults}
        warnings += [*faults, *(one for one in alone if (one.code, one.span.start) not in said)]
    return entries


def known_clauses(only: Sequence[str], agreements: Sequence[Agreement]) -> None:
    """Raise `InputError` with the nearest name where any of these is no clause and no matrix of the agreements."""
    names = {clause.name for agreement in agreements for clause in agreement.clauses}
    names |= {matrix.name for agreement in agreements for matrix in agreement.matrices}
    for name in only:
        if name not in names:
            near = nearest_spelling(name, names)
            raise InputError(
                f"there is no clause {name}" + (f"; did you mean {near}?" if near else f"; there are: {', '.join(sorted(names))}")
            )


def named_part(words: Sequence[str], read: Reader = read_file, warnings: list[Diagnostic] | None = None) -> tuple[Agreement, str]:
    """An agreement (with none given, that of the folder we are in), and the one part of it that is asked for: a clause, a sentence, …"""
    files, name = split_call(words)
    pacts, _ = sort_files([Path(one) for one in files])
    if len(pacts) > 1 or any(Path(one).suffix not in AGREEMENT_ENDINGS for one in files):
        raise InputError("name one agreement, a file that ends in .pact or .md, and then a clause of it if you like")
    agreement = load(pacts[0], read=read, warnings=warnings)
    clauses = [label for clause in agreement.clauses for label in (clause.name, *(one.label for one in clause.sentences))]
    others = [one.name for one in agreement.matrices] + [one.name for one in agreement.states] + [one.name for one in agreement.aims]
    names = dict.fromkeys([*clauses, *others])
    if name and name not in names:
        near = nearest_spelling(name, names)
        raise InputError(f"there is no clause {name}" + (f"; did you mean {near}?" if near else f"; there are: {', '.join(names)}"))
    return agreement, name


def known_party(party: str, agreement: Agreement) -> str:
    """A party as the agreement calls them, or no name at all. Raises `InputError` with the nearest name for anybody else."""
    party = evened(party)
    if party and party not in agreement.parties:
        near = nearest_spelling(party, agreement.parties)
        known = f"did you mean {near}?" if near else f"there are: {', '.join(agreement.parties)}"
        raise InputError(f"{party} is not a party to this agreement; {known}")
    return party
