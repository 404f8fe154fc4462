"""`pact fleet`: judges a dataset of many agreements."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from pactlang.cli.options import AsOf

if TYPE_CHECKING:
    from pactlang.fleet.run import Result


class Engine(StrEnum):
    """What the agreements are judged on."""

    LOCAL = "local"
    SPARK = "spark"


def command(
    *,
    dataset: Annotated[
        str,
        typer.Argument(
            metavar="DATASET",
            help="Entries of many agreements: a file that ends in .parquet or .jsonl, or a folder of them. "
            "The column 'agreement' says whose an entry is.",
            show_default=False,
        ),
    ],
    out: Annotated[str, typer.Option("--out", "-o", metavar="FILE", help="The file for the findings: .parquet or .jsonl.")],
    texts: Annotated[
        str,
        typer.Option(
            "--texts",
            metavar="PLACE",
            help="The agreements: a folder of ID.pact, or a dataset with the columns 'agreement' and 'text'. "
            "Default: the column 'text' of DATASET.",
        ),
    ] = "",
    as_of: AsOf = "",
    names: Annotated[bool, typer.Option("--names", help="Findings with names and words, too.")] = False,
    cores: Annotated[int | None, typer.Option("--cores", min=1, metavar="N", help="On how many cores. Default: all.")] = None,
    engine: Annotated[Engine, typer.Option("--engine", help="On this machine, or on Apache Spark.")] = Engine.LOCAL,
) -> None:
    """Judge many agreements at once, each by its own text.

    It is for those who study agreements or offer a place for them, with the consent of everyone in them. Findings hold ids, forms, dates
    and counts, and no names and no words. What is wrong with one agreement costs the others nothing. If it is stopped, the same call goes
    on from there.

    Exit code 0: all is kept. 1: a breach, or an agreement that cannot be judged. 2: nothing was written.

    Example: pact fleet entries.parquet --texts agreements --out findings.parquet --as-of 2026-10-05
    """
    import os
    from datetime import UTC, datetime

    from pactlang.cli.faults import say_done, say_notes
    from pactlang.fleet.run import run_fleet
    from pactlang.words.page import at_terminal

    shown = at_terminal(sys.stderr)

    def progress(done: int, of: int) -> None:
        if shown:
            typer.echo(f"\r{done:,} of {of:,} agreements", nl=done == of, err=True)

    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if engine is Engine.SPARK:
        from pactlang.fleet.spark import run_spark

        found = run_spark(dataset, texts, out, as_of=as_of or now, names=names)
    else:
        found = run_fleet(dataset, texts, out, as_of=as_of, now=now, names=names, cores=cores or available, progress=progress)
    if found.before:
        say_notes([f"{found.before:,} agreements were judged at an earlier time, as of {found.as_of}"])
    say_done(_told(found, out))
    if found.counts.breaches or found.counts.unread or found.lost:
        raise typer.Exit(1)


def _told(found: Result, out: str) -> str:
    from pactlang.words.words import safe

    counts = found.counts
    parts = [f"{counts.agreements:,} agreement{'' if counts.agreements == 1 else 's'}", f"{counts.broken:,} with a breach"]
    if counts.unread:
        parts.append(f"{counts.unread:,} that cannot be judged")
    lost = f"{found.lost:,} rows name no agreement and were left out.\n" if found.lost else ""
    return f"Written to {safe(out)}: {', '.join(parts)}, as of {found.as_of}.\n{lost}"
