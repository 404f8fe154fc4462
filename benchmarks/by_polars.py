"""The ten sentences of `ten.pact` with polars: whole columns at once, counts only. `python by_polars.py LOG.jsonl AS_OF`.

Like `by_hand.py` it knows these ten sentences and this zone alone, and besides what `make_log.py` writes: every disclosure says what it
is about, and no notice comes too late to be used up by the next encounter. The counts are compared with those of the others.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime, timedelta

import polars as pl

ZONE = "Europe/Berlin"
DAY, HOUR = pl.duration(days=1), pl.duration(hours=1)
SCHEMA = {
    "at": pl.String,
    "end": pl.String,
    "type": pl.String,
    "by": pl.List(pl.String),
    "to": pl.List(pl.String),
    "place": pl.String,
    "id": pl.String,
    "about": pl.String,
    "until": pl.String,
    "fields": pl.Struct({"amount": pl.Int64}),
}


def local(name: str) -> pl.Expr:
    return pl.col(name).str.to_datetime("%Y-%m-%dT%H:%M").dt.replace_time_zone(ZONE, ambiguous="earliest")


def midnight(day: pl.Expr) -> pl.Expr:
    return day.cast(pl.Datetime("us")).dt.replace_time_zone(ZONE)


def judge(path: str, as_of: int) -> dict[str, int]:
    now = pl.lit(datetime.fromtimestamp(as_of, UTC)).dt.convert_time_zone(ZONE)
    log = pl.read_ndjson(path, schema=SCHEMA)
    log = log.with_columns(start=local("at"), stop=local("end").fill_null(local("at")), day=pl.col("at").str.slice(0, 10).str.to_date())
    log = log.filter(pl.col("start") <= now)
    kinds = log.partition_by("type", as_dict=True)
    empty = log.clear()

    def of(kind: str, by: str = "") -> pl.DataFrame:
        found = kinds.get((kind,), empty)
        return found.filter(pl.col("by").list.contains(by)) if by else found

    def count(rows: pl.DataFrame, broken: pl.Expr) -> int:
        return int(rows.select(broken.fill_null(value=False).sum()).item())

    found: dict[str, int] = {}
    met, ana = of("encounter"), of("encounter", "Ana")
    found["cap"] = count(ana, pl.col("day").shift(3) > pl.col("day") - timedelta(days=2))
    spent = of("expense").with_columns(amount=pl.col("fields").struct.field("amount"))
    found["sum"] = count(spent, pl.col("amount").cum_sum().over("day") > 60)
    found["gap"] = count(met, pl.col("start") < pl.col("stop").cum_max().shift(1) + timedelta(hours=2))
    # Owed after each of hers.
    told = of("disclosure", "Ana").filter(pl.col("to").list.contains("Ben")).select(id="about", told="start")
    owed = ana.select("id", due=pl.col("stop") + timedelta(hours=24)).join(told, on="id", how="left")
    owed = owed.group_by("id").agg(pl.col("due").first(), (pl.col("told") <= pl.col("due")).fill_null(value=False).any().alias("done"))
    found["response"] = count(owed, ~pl.col("done") & (pl.col("due") < now))
    # The first notice is used up by the first encounter, and so on.
    said = of("notice", "Ana").filter(pl.col("to").list.contains("Ben")).select(said="start", said_day="day").with_row_index("number")
    paired = ana.with_row_index("number").join(said, on="number", how="left")
    early = (pl.col("said") <= pl.col("start") - timedelta(hours=3)) & (pl.col("said_day") >= pl.col("day") - timedelta(days=14))
    found["precedence"] = count(paired, ~early.fill_null(value=False))
    broken = 0
    for party in ("Ana", "Ben"):
        tested = of("test", party).select("day")
        days = pl.concat([pl.DataFrame({"day": [date(2000, 1, 1)]}), tested])
        broken += count(days, pl.col("day").diff() > timedelta(days=30))
        last = days.tail(1)
        broken += count(last, midnight(pl.col("day") + timedelta(days=31)) <= now)
    found["interval"] = broken
    talked = of("check-in").select("day")
    today = datetime.fromtimestamp(as_of, UTC).date()
    weeks = pl.DataFrame({"day": pl.date_range(date(2000, 1, 3), today, "1w", eager=True)})
    held = talked.group_by(day=pl.col("day").dt.truncate("1w")).agg(pl.len().alias("held"))
    weeks = weeks.filter(midnight(pl.col("day") + timedelta(days=7)) <= now).join(held, on="day", how="left")
    found["quota"] = count(weeks, pl.col("held").fill_null(0) < 2)
    sundays = pl.DataFrame({"day": pl.date_range(date(2000, 1, 2), today, "1w", eager=True)})
    sundays = sundays.filter(midnight(pl.col("day") + timedelta(days=2)) <= now)
    near = pl.concat([talked.select(pl.col("day") + timedelta(days=shift)) for shift in (-1, 0, 1)]).unique()
    found["schedule"] = sundays.join(near, on="day", how="anti").height
    # At home at night, and no consent of his in the week before.
    late = met.filter(pl.col("place") == "home")
    eleven, five = pl.duration(hours=23), pl.duration(hours=5)
    naive, until = (pl.col(name).dt.replace_time_zone(None) for name in ("start", "stop"))
    night = pl.col("day").cast(pl.Datetime("us"))
    inside = ((naive < night + five) & (until > night - HOUR)) | ((naive < night + DAY + five) & (until > night + eleven))
    consents = of("consent", "Ben").select("start", given="day")
    late = late.filter(inside).join_asof(consents, on="start", strategy="backward")
    found["prohibition"] = count(late, ~(pl.col("given") >= pl.col("day") - timedelta(days=7)).fill_null(value=False))
    ends = pl.min_horizontal(pl.col("until").str.to_date(), pl.col("day") + timedelta(days=7)) + timedelta(days=1)
    pauses = of("pause").select("start", ends=midnight(ends).cum_max())
    found["pause"] = count(met.join_asof(pauses, on="start", strategy="backward"), pl.col("start") < pl.col("ends"))
    return found


if __name__ == "__main__":
    print(json.dumps(judge(sys.argv[1], int(sys.argv[2]))))
