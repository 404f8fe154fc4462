"""Many agreements on many machines: the same answers, each agreement a group of Apache Spark. Needs pyspark, and Java.

Each machine needs pactlang. What judges is `answers.Judge`, as on one machine; Spark only brings the rows of an agreement together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from pactlang.fleet.answers import Found, Judge, Named, as_line
from pactlang.fleet.index import AGREEMENT, MOST_NAME, TEXT, name_of
from pactlang.fleet.out import schema, writer
from pactlang.fleet.parquet import without_text
from pactlang.fleet.run import Result
from pactlang.fleet.texts import Folder
from pactlang.fleet.work import Counts, counted
from pactlang.inputs.files import InputError
from pactlang.inputs.moments import moment_of
from pactlang.model.calendar import load_zone
from pactlang.parts import in_parts

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_FILE, _ROW, _PLACE = "_pact_file", "_pact_row", "_pact_place"
_ORDER = (_FILE, _ROW, _PLACE)
_BATCH = 10_000
_judges: dict[tuple[str, bool], Judge] = {}  # of this machine: texts that were read once serve the next group, too


def run_spark(dataset: str, texts: str, out: str, *, as_of: str, names: bool, session: SparkSession | None = None) -> Result:
    """Judge every agreement of a dataset in Parquet, and write the findings to `out`, the same as those of `run_fleet`.

    `texts` is a folder of `ID.pact` on this machine, or another dataset in Parquet. Raises `InputError` and `NotWrittenError`.
    """
    write = writer(out)
    moment_of(as_of, load_zone("UTC"))
    spark = session or _session()
    counts, lost = Counts(), 0

    def lines() -> Iterator[bytes]:
        nonlocal counts, lost
        own: list[Found] = []
        for row in _findings(spark, dataset, texts, as_of, names).toLocalIterator():
            given = {key: _whole(value) for key, value in row.asDict().items() if key not in _ORDER}
            found = Found(given["status"], repaired=given["repaired"], agreement=given[AGREEMENT])
            if own and found.agreement != own[0].agreement:
                counts = counts.plus(counted(own))
                own = []
            if found.agreement is None:
                lost += 1
            else:
                own.append(found)
            yield msgspec.json.encode(given) + b"\n"
        counts = counts.plus(counted(own)) if own else counts

    with in_parts(Path(out), lambda _: b"spark\n") as parts:
        try:
            parts.finish(lambda file: write(file, _joined(lines()), names))
        except Exception as problem:
            if type(problem).__module__.startswith(("pyspark", "py4j")):
                raise InputError(f"Spark cannot judge {dataset}: {(str(problem).splitlines() or [''])[0]}") from None
            raise
    return Result(counts, lost, 0, as_of)


def _session() -> SparkSession:
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise InputError("Spark needs pyspark, which is not installed: pip install 'pactlang[spark]'") from None
    try:
        return SparkSession.builder.appName("pact fleet").config("spark.sql.session.timeZone", "UTC").getOrCreate()
    except Exception as problem:
        raise InputError(f"Spark cannot be started ({type(problem).__name__}); it needs Java 17 or later") from None


def _findings(spark: SparkSession, dataset: str, texts: str, as_of: str, names: bool) -> DataFrame:
    from pyspark.sql import functions as f
    from pyspark.sql.pandas.types import from_arrow_schema

    rows = spark.read.parquet(str(Path(dataset).resolve()))
    if AGREEMENT not in rows.columns:
        raise InputError(f"{dataset} has no column {AGREEMENT!r}, which says which agreement a row is of")
    rows = rows.select("*", f.col("_metadata.file_path").alias(_FILE), f.col("_metadata.row_index").alias(_ROW))
    # A column with a dot in its name (`field.amount`) is no column to Spark: they have other names until they are with `Judge`.
    columns = rows.columns
    rows = rows.toDF(*(name if name in (AGREEMENT, _FILE, _ROW) else f"c{place}" for place, name in enumerate(columns)))
    rows = rows.withColumn(AGREEMENT, f.col(AGREEMENT).cast("string"))
    known = f.length(AGREEMENT).between(1, MOST_NAME)
    lost = rows.where(~f.coalesce(known, f.lit(False))).select(*_ORDER[:2])
    rows = rows.where(known)
    answer = from_arrow_schema(_with_order(names))
    of_group, of_both = _judged(columns, as_of, names)
    if texts:
        brought = _texts(spark, texts)
        found = rows.groupBy(AGREEMENT).cogroup(brought.groupBy(AGREEMENT)).applyInArrow(of_both, answer)
    else:
        found = rows.groupBy(AGREEMENT).applyInArrow(of_group, answer)
    return found.unionByName(lost.mapInArrow(_told(names), answer)).orderBy(f.col(AGREEMENT).isNull(), *_ORDER)


def _texts(spark: SparkSession, texts: str) -> DataFrame:
    place = Path(texts)
    if place.is_dir() and any(place.glob("*.pact")):
        folder = Folder(place)
        found = [(one, *_text(folder, one)) for one in folder.ids]
        return spark.createDataFrame(found, "agreement string, text string, fault string")
    from pyspark.sql import functions as f

    read = spark.read.parquet(str(place.resolve()))
    return read.select(f.col(AGREEMENT).cast("string").alias(AGREEMENT), TEXT, f.lit("").alias("fault"))


def _text(folder: Folder, agreement: str) -> tuple[str | None, str]:
    found, fault = folder.text(agreement)
    return (found[0] if found else None), fault


def _with_order(names: bool) -> Any:
    import pyarrow as pa

    columns = schema(names)
    for name, kind in zip(_ORDER, (pa.string(), pa.int64(), pa.int64()), strict=True):
        columns = columns.append(pa.field(name, kind))
    return columns


def _judged(columns: list[str], as_of: str, names: bool) -> tuple[Callable[[Any, Any], Any], Callable[[Any, Any, Any], Any]]:
    """What judges a group: of rows that bring their text; of rows and texts."""

    def of_group(key: Any, rows: Any) -> Any:
        return _answer(key[0].as_py(), rows.rename_columns(columns), [], "", as_of, names)

    def of_both(key: Any, rows: Any, texts: Any) -> Any:
        faults = [fault for fault in texts.column("fault").to_pylist() if fault]
        found = [text for text in texts.column(TEXT).to_pylist() if text is not None]
        return _answer(key[0].as_py(), rows.rename_columns(columns), found, faults[0] if faults else "", as_of, names)

    return of_group, of_both


def _answer(agreement: str, rows: Any, texts: list[str], fault: str, as_of: str, names: bool) -> Any:
    judge = _judges.setdefault((as_of, names), Judge(as_of, names=names))
    ordered = rows.sort_by([(_FILE, "ascending"), (_ROW, "ascending")])
    first = (ordered.column(_FILE)[0].as_py(), ordered.column(_ROW)[0].as_py()) if ordered.num_rows else ("~", 0)
    entries, brought = without_text(ordered.drop_columns([AGREEMENT, _FILE, _ROW]))
    found = judge.answer(name_of(agreement), texts + brought, entries if entries.num_rows else b"", fault)
    return _table(found, names, [(*first, place) for place in range(len(found))])


def _told(names: bool) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """What is said of rows that name no agreement."""

    def told(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            places = list(zip(*(column.to_pylist() for column in batch.columns), [0] * batch.num_rows, strict=True))
            message = "This row of the dataset names no agreement."
            rows = [(row + 1,) for _, row, _ in places]
            found = [
                Named("fault", rows=row, message=message, agreement=None) if names else Found("fault", rows=row, agreement=None)
                for row in rows
            ]
            yield from _table(found, names, places).to_batches()

    return told


def _table(found: list[Found], names: bool, order: list[tuple[Any, ...]]) -> Any:
    import pyarrow as pa

    rows = [msgspec.json.decode(as_line(one)) | dict(zip(_ORDER, place, strict=True)) for one, place in zip(found, order, strict=True)]
    return pa.Table.from_pylist(rows, schema=_with_order(names))


def _whole(value: Any) -> Any:
    """A number as `judge_rows` has it: whole ones are integers, and columns of numbers hold none."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _joined(lines: Iterator[bytes]) -> Iterator[bytes]:
    held: list[bytes] = []
    for line in lines:
        held.append(line)
        if len(held) >= _BATCH:
            yield b"".join(held)
            held.clear()
    yield b"".join(held)
