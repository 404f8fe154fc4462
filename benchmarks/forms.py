"""What each form costs: the same log judged by one sentence of each, in seconds of processor: `python benchmarks/forms.py [ENTRIES]`.

First all of the sentences of `ten.pact`, then these with all of the wider language, then one sentence of each alone, with four times the
entries beside it: where that takes much more than four times as long, something grows faster than the log.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
from pathlib import Path
from time import process_time

from make_log import entries

from pactlang.inputs import check, load_text

HERE = Path(__file__).parent
TEN = (HERE / "ten.pact").read_text(encoding="utf-8")
HEAD = TEN.partition("\ncap ")[0].replace("use relationships", "use relationships\nuse household")
NAMED = """
days school-nights
    Sunday through Thursday
    except every year on 1 May
hours quiet-hours
    on school-nights between 22:00 and 07:00
    on Saturday between 00:00 and 09:00
cap few
    at most 20 encounters per month
boundary late
    no date-night between 23:00 and 05:00
state at-risk for each party
    starts with encounter
    ends with test
"""
OLD = [line.strip() for line in TEN.partition("\ncap ")[2].splitlines() if line.startswith("    ")]
WIDER = [
    "expense by Ana every month by day 5",
    "notice by Ana every week by Friday at 12:00",
    "notice by Ana every day by 19:30",
    "check-in by everyone every Friday at 18:00 give or take 30 minutes",
    "test by Ben by 2026-09-30",
    "review by everyone on 2026-06-01",
    "check-in by Ana and Ben in turn every week on Sunday",
    "check-in by Ana and Ben in turn every day",
    "no encounter during quiet-hours",
    "no encounter on school-nights",
    "after each encounter by Ana, disclosure by Ana to Ben within 2 school-nights",
    "after each encounter by Ana, disclosure by Ana to Ben within 4 quiet-hours",
    "at most 2 nights of encounters per week",
    "at most 20 days of encounters by each party in any 30 days",
    "at least 5 days of encounters by Ana per month",
    "at least 2 check-ins per week\n    if we can",
    "no encounter by each party while at-risk",
    "after each notice by each party, disclosure by each who was addressed within 48 hours",
    "no check-in by fewer than 2 of us",
    "before each encounter by Ana, notice by at least 1 of the others within the last 7 days",
    "after each encounter by Ben, no expense by the same party for 5 hours",
    "after each encounter by Ben, no expense until consent by Ben",
    "after each breach of few or late, apology by the same party within 2 days",
]


def seconds(sentences: list[str], log: str) -> float:
    """How long the processor works to judge a log by these sentences, its reading included."""
    clauses = "".join(f"\npromise p{place}\n    {one}\n" for place, one in enumerate(sentences))
    agreement = load_text(HEAD + NAMED + clauses)
    taken = []
    for _ in range(3):  # the least of them: what else the machine does only adds
        gc.collect()
        start = process_time()
        check(agreement, log)
        taken.append(process_time() - start)
    return min(taken)


def main() -> None:
    gc.set_threshold(200_000, 10, 10)  # as the command has it
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        logs = []
        for many in (count // 4, count):
            path = Path(folder, f"{many}.jsonl")
            path.write_text("".join(json.dumps(entry) + "\n" for entry in entries(many, breaches="few")), encoding="utf-8")
            logs.append(str(path))
        seconds([*OLD, *WIDER], logs[0])  # everything is loaded once
        nothing = [seconds(["test by Ben by 2026-09-30"], log) for log in logs]
        print(f"reading alone, {count // 4} and {count} entries: {nothing[0]:.2f} s, {nothing[1]:.2f} s")
        for name, some in (("old forms", OLD), ("old and wider", [*OLD, *WIDER])):
            print(f"{name}, {len(some)} sentences: {seconds(some, logs[1]):.2f} s", flush=True)
        for one in [*OLD, *WIDER]:
            short, long = (max(0.0, seconds([one], log) - base) for log, base in zip(logs, nothing, strict=True))
            print(f"{short:6.2f} {long:6.2f}  {one}", flush=True)


if __name__ == "__main__":
    main()
