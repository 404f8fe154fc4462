"""The JSON that scripts read: its keys are fixed, and the same input gives the same bytes."""

from __future__ import annotations

import json

from .running import AS_OF, IN_ASCII, PACT, Folder

KEYS = {"schema", "pact", "as_of", "entries", "summary", "findings"}
FINDING = {
    "id": str,
    "status": str,
    "clause": str,
    "sentence": int,
    "kind": str,
    "form": str,
    "who": list,
    "with": list,
    "at": str,
    "due": (str, type(None)),
    "fulfilled_at": (str, type(None)),
    "measured": (int, float, type(None)),
    "limit": (int, float, type(None)),
    "unit": (str, type(None)),
    "repaired": bool,
    "disputed": bool,
    "window": (dict, type(None)),
    "events": list,
    "message": str,
    "location": dict,
}
FORMS = {"cap", "quota", "gap", "response", "precedence", "interval", "schedule", "prohibition", "pause", "matrix"}
STATUSES = {"breach", "waived", "missed", "due", "unknown", "drift", "kept"}


def test_keys_are_those_that_were_promised(ours: Folder) -> None:
    answer = ours.run("check", "--as-of", "2026-12-31", "--all", "--format", "json")
    found = json.loads(answer.out)
    assert set(found) >= KEYS
    assert found["schema"] == "pactlang/check/1"
    assert {"title", "file", "digest"} <= set(found["pact"])
    assert found["pact"]["title"] == "Ana and Ben"
    assert found["pact"]["file"] == "us.pact"
    assert found["pact"]["digest"].startswith("sha256:")
    assert found["as_of"] == "2026-12-31T23:59:59+01:00"
    assert set(found["entries"]) == {"read", "ignored"}
    assert set(found["summary"]) == STATUSES | {"repaired"}
    assert found["findings"]
    for one in found["findings"]:
        assert list(one) == [*FINDING, *(["drift"] if one["status"] == "drift" else [])]
        assert [key for key, kind in FINDING.items() if not isinstance(one[key], kind)] in ([], ["sentence"])  # null for a matrix
        assert one["form"] in FORMS
        assert one["status"] in STATUSES
        assert set(one["location"]) == {"file", "line", "column", "end_line", "end_column"}
        assert all(set(event) == {"file", "line", "id"} for event in one["events"])
        assert one["window"] is None or set(one["window"]) == {"from", "to"}
    for status in ("breach", "due", "kept"):
        assert sum(one["status"] == status for one in found["findings"]) == found["summary"][status]


def test_findings_are_sorted_by_moment_and_clause(ours: Folder) -> None:
    found = json.loads(ours.run("check", "--as-of", "2026-12-31", "--all", "--format", "json").out)["findings"]
    dates = [one["at"][:10] for one in found]
    assert dates == sorted(dates)


def test_what_is_kept_is_counted_and_not_listed(ours: Folder) -> None:
    found = json.loads(ours.run("check", *AS_OF, "--format", "json").out)
    assert found["summary"]["kept"] > 0
    assert all(one["status"] != "kept" for one in found["findings"])


def test_the_same_input_gives_the_same_bytes(ours: Folder) -> None:
    first = ours.run("check", *AS_OF, "--format", "json", PYTHONHASHSEED="1")
    assert ours.run("check", *AS_OF, "--format", "json", PYTHONHASHSEED="2", TZ="Asia/Tokyo", LANG="C") == first


@IN_ASCII
def test_it_is_json_in_every_script_and_encoding(folder: Folder) -> None:
    folder.write("us.pact", PACT.replace('"Ana and Ben"', '"Аня 和 Ben 🎈"', 1))
    folder.write("log.pactlog", "2026-09-10 encounter by Ana at café\n2026-09-11 encounter by Ana at 家\n")
    plain = folder.run("check", *AS_OF, "--format", "json")
    assert json.loads(plain.out)["pact"]["title"] == "Аня 和 Ben 🎈"
    ascii_only = folder.run("check", *AS_OF, "--format", "json", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert ascii_only.code == 1
    assert json.loads(ascii_only.out) == json.loads(plain.out)


def test_what_was_repaired_is_a_breach_with_a_mark_and_makes_no_exit_code(folder: Folder) -> None:
    folder.write(
        "us.pact",
        'pact "Ana and Ben"\n    between Ana and Ben\n    in force from 2026-03-01\n    time zone Europe/Berlin\n'
        "    signed by Ana on 2026-02-01\n    signed by Ben on 2026-02-01\n\nuse relationships\n\n"
        "cap dates\n    at most 1 encounter per month by Ana\n"
        "    otherwise apology by Ana within 2 days\n",
    )
    folder.write(
        "us.pactlog", "2026-03-02 20:00  encounter by Ana\n2026-03-05 20:00  encounter by Ana\n2026-03-06 09:00  apology by Ana to Ben\n"
    )
    answer = folder.run("check", "us.pact", "us.pactlog", "--as-of", "2026-03-20", "--format", "json")
    found = json.loads(answer.out)
    assert answer.code == 0
    assert [(one["id"], one["status"], one["repaired"]) for one in found["findings"]] == [("dates.otherwise@2026-03-07", "breach", True)]
    assert (found["summary"]["breach"], found["summary"]["repaired"]) == (0, 1)
