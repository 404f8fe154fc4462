"""`make spark`: Apache Spark in local mode, with two workers, finds the same as this machine alone. Needs pyspark and Java.

It is a program and no test of `make test`: what it needs is large, and starting it takes longer than most tests together.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from itertools import zip_longest
from pathlib import Path
from typing import Any

from pactlang.cli.app import run
from pactlang.fleet.run import run_fleet
from pactlang.fleet.spark import run_spark
from tests.fleet.making import AS_OF, dataset, text_of, write

os.environ.setdefault("PYSPARK_PYTHON", sys.executable)


def session() -> Any:
    from pyspark.sql import SparkSession

    settings = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "4", "spark.sql.session.timeZone": "UTC"}
    builder = SparkSession.builder.master("local[2]").appName("pact fleet")
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def broken() -> list[dict[str, Any]]:
    """Forty agreements, some of them broken, with rows that name none, in any order of agreements."""
    rows = dataset(40, 8)
    rows[8]["text"] = "at most 4 of everything"
    rows[17]["at"] = "2026-02-30"
    del rows[24]["text"]
    rows[33]["text"] = text_of(0)
    rows += [{"agreement": None, "at": "2026-01-06", "type": "check-in"}, {"agreement": "a3", "at": "2026-01-20", "type": "check-in"}]
    return rows[::2] + rows[1::2]


def main() -> None:
    spark = session()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = broken()
        write(folder / "d.parquet", rows, group=30)
        brought = [{"agreement": row["agreement"], "text": row.pop("text")} for row in rows if "text" in row]
        write(folder / "e.parquet", rows, group=30)
        write(folder / "t.parquet", [*brought, {"agreement": "alone", "text": text_of(77)}])
        (folder / "texts").mkdir()
        for one in {one["agreement"]: one for one in brought}.values():
            (folder / "texts" / f"{one['agreement']}.pact").write_text(one["text"])
        for data, texts, names in (("d.parquet", "", False), ("e.parquet", "t.parquet", True), ("e.parquet", "texts", False)):
            place = str(folder / texts) if texts else ""
            call: dict[str, Any] = {"as_of": AS_OF, "names": names}
            start = time.monotonic()
            here = run_fleet(str(folder / data), place, str(folder / "here.jsonl"), now="", cores=2, **call)
            between = time.monotonic()
            there = run_spark(str(folder / data), place, str(folder / "there.jsonl"), session=spark, **call)
            took = between - start, time.monotonic() - between
            assert here == there, (here, there)
            lines = [(folder / f"{name}.jsonl").read_text().splitlines() for name in ("here", "there")]
            unlike = [pair for pair in zip_longest(*lines) if pair[0] != pair[1]]
            assert not unlike, (data, texts, len(unlike), unlike[0])
            print(f"{data} with {texts or 'a column of texts'}: the same bytes; {took[0]:.1f} s here, {took[1]:.1f} s on Spark", flush=True)
        # The command itself, which takes the session that is there.
        words = [str(folder / "d.parquet"), "--out", str(folder / "by-command.jsonl"), "--as-of", AS_OF, "--engine", "spark"]
        assert run(["fleet", *words]) == 1
        run_fleet(str(folder / "d.parquet"), "", str(folder / "here.jsonl"), as_of=AS_OF, now="", names=False, cores=2)
        assert (folder / "by-command.jsonl").read_bytes() == (folder / "here.jsonl").read_bytes()
    spark.stop()


if __name__ == "__main__":
    main()
