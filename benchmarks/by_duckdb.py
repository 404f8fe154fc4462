"""The ten sentences of `ten.pact` in SQL, with DuckDB: counts only. `python by_duckdb.py LOG.jsonl AS_OF`.

Like `by_polars.py` it knows these ten sentences, this zone and what `make_log.py` writes, and nothing else.
"""

from __future__ import annotations

import json
import sys

import duckdb

COLUMNS = (
    "{\"at\": 'VARCHAR', \"end\": 'VARCHAR', type: 'VARCHAR', \"by\": 'VARCHAR[]', \"to\": 'VARCHAR[]', place: 'VARCHAR', id: 'VARCHAR', "
)
COLUMNS += "about: 'VARCHAR', until: 'VARCHAR', fields: 'STRUCT(amount BIGINT)'}"
LOG = f"""
create table log as
with read as (
    select *, ("at"::timestamp) as naive, coalesce("end", "at")::timestamp as until_naive from read_json($path, format = 'newline_delimited', columns = {COLUMNS})
)
select row_number() over () as place_in_log, naive at time zone 'Europe/Berlin' as start, until_naive at time zone 'Europe/Berlin' as stop,
    naive, until_naive, naive::date as day, type, "by", "to", place, id, about, until, fields.amount as amount
from read where (naive at time zone 'Europe/Berlin') <= to_timestamp($as_of)
"""
MIDNIGHT = "({}::timestamp at time zone 'Europe/Berlin')"
COUNTS = {
    "cap": """select count(*) from (select day, lag(day, 3) over (order by place_in_log) as third from log
        where type = 'encounter' and list_contains("by", 'Ana')) where third > day - 2""",
    "sum": "select count(*) from (select sum(amount) over (partition by day order by place_in_log) as spent from log where type = 'expense') where spent > 60",
    "gap": """select count(*) from (select start, max(stop) over (order by place_in_log rows between unbounded preceding and 1 preceding) as before
        from log where type = 'encounter') where start < before + interval 2 hours""",
    "quota": f"""select count(*) from (select unnest(generate_series(date '2000-01-03', $today::date, interval 7 days))::date as monday) weeks
        left join (select date_trunc('week', day)::date as monday, count(*) as held from log where type = 'check-in' group by 1) talked using (monday)
        where {MIDNIGHT.format("(monday + 7)")} <= to_timestamp($as_of) and coalesce(held, 0) < 2""",
    "response": """select count(*) from (select id, any_value(stop) + interval 24 hours as due from log
            where type = 'encounter' and list_contains("by", 'Ana') group by id) owed
        where due < to_timestamp($as_of) and not exists (select 1 from log told where told.type = 'disclosure' and told.about = owed.id
            and list_contains(told."by", 'Ana') and list_contains(told."to", 'Ben') and told.start <= owed.due)""",
    "precedence": """select count(*) from (select start, day, row_number() over (order by place_in_log) as place from log
            where type = 'encounter' and list_contains("by", 'Ana')) met
        left join (select start as said, day as said_day, row_number() over (order by place_in_log) as place from log
            where type = 'notice' and list_contains("by", 'Ana') and list_contains("to", 'Ben')) notices using (place)
        where not coalesce(said <= start - interval 3 hours and said_day >= day - 14, false)""",
    "interval": f"""with tested as (select unnest("by") as party, day, place_in_log from log where type = 'test'
            union all values ('Ana', date '2000-01-01', 0), ('Ben', date '2000-01-01', 0))
        select (select count(*) from (select day, lag(day) over (partition by party order by place_in_log) as before from tested) where day > before + 30)
            + (select count(*) from (select max(day) as last from tested group by party) where {MIDNIGHT.format("(last + 31)")} <= to_timestamp($as_of))""",
    "schedule": f"""select count(*) from (select unnest(generate_series(date '2000-01-02', $today::date, interval 7 days))::date as sunday)
        where {MIDNIGHT.format("(sunday + 2)")} <= to_timestamp($as_of)
            and not exists (select 1 from (select distinct day + unnest([-1, 0, 1]) as near from log where type = 'check-in') where near = sunday)""",
    "prohibition": """select count(*) from (select * from log where type = 'encounter' and place = 'home'
            and ((naive < day + interval 5 hours and until_naive > day - interval 1 hour)
                or (naive < day + interval 29 hours and until_naive > day + interval 23 hours))) late
        asof left join (select start, day as given from log where type = 'consent' and list_contains("by", 'Ben')) consents on late.start >= consents.start
        where not coalesce(given >= late.day - 7, false)""",
    "pause": f"""select count(*) from (select start from log where type = 'encounter') met
        asof join (select start, max({MIDNIGHT.format("(least(until::date, day + 7) + 1)")}) over (order by place_in_log) as ends
            from log where type = 'pause') pauses on met.start >= pauses.start
        where met.start < pauses.ends""",
}


def judge(path: str, as_of: int) -> dict[str, int]:
    found = duckdb.connect()
    found.execute("set timezone = 'Europe/Berlin'")
    given = {"path": path, "as_of": as_of}
    found.execute(LOG, given)
    [today] = found.execute("select to_timestamp($as_of)::date", {"as_of": as_of}).fetchone() or [None]
    given["today"] = today
    return {
        name: (found.execute(query, {key: value for key, value in given.items() if f"${key}" in query}).fetchone() or [0])[0]
        for name, query in COUNTS.items()
    }


if __name__ == "__main__":
    print(json.dumps(judge(sys.argv[1], int(sys.argv[2]))))
