"""Days and hours with a name in an editor: offered where one can stand, explained, coloured, renamed with the sentences that name them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactlang.lsp import complete, hover
from pactlang.lsp.names import Names
from pactlang.lsp.study import Desk
from pactlang.lsp.texts import Texts

from .conftest import PACT

TEXT = f"""{PACT}
days school-days
    weekdays
    except every year on 1 May

days school-nights
    the day before school-days

hours quiet-hours
    on school-nights between 22:00 and 07:00

boundary calm
    no picnic during quiet-hours

disclosure later
    after each picnic, disclosure by Ana within 1 quiet-hour

boundary early
    no picnic on school-nights
    only on school-nights

disclosure soon
    after each picnic, disclosure by Ana within 1 school-day
"""


@pytest.mark.parametrize(
    ("typed", "there", "absent"),
    [
        ("boundary more\n    no picnic on |", {"school-nights", "school-days", "Friday", "weekdays"}, {"Ana", "picnic"}),
        ("boundary more\n    no picnic on school-nights |", {"at", "with", "unless"}, {"school-days"}),
        ("disclosure more\n    after each picnic, disclosure by Ana within 2 |", {"school-days", "days"}, {"picnic", "Ana"}),
        ("boundary more\n    no picnic\n    except on |", {"school-nights", "weekends"}, {"Ana"}),
        ("days more\n    the day before |", {"school-days"}, {"Ana", "picnic"}),
        ("days more\n    |", {"school-days", "except", "Monday", "every"}, {"Ana", "picnic", "no"}),
        ("days |", set(), {"Ana", "picnic"}),
        ("boundary more\n    no picnic during |", {"quiet-hours"}, {"school-nights", "Friday", "Ana"}),
        ("disclosure more\n    after each picnic, disclosure by Ana within 2 |", {"quiet-hours", "hours"}, {"picnic", "Ana"}),
        ("hours more\n    on |", {"school-nights", "Monday"}, {"quiet-hours", "Ana"}),
        ("hours more\n    |", {"on", "between"}, {"quiet-hours", "no"}),
        ("hours |", set(), {"Ana", "quiet-hours"}),
        ("boundary more\n    no picnic\n    re|", {"revisit", "remind"}, {"Ana"}),
        ("boundary more\n    no picnic\n    revisit |", {"every", "by"}, {"Ana", "picnic", "at"}),
        ("boundary more\n    no picnic\n    revisit by |", set(), {"picnic", "each"}),
    ],
)
def test_sets_are_offered_where_one_can_stand(
    typed: str, there: set[str], absent: set[str], folder: Path, desk: Desk, texts: Texts
) -> None:
    text = f"{TEXT}\n{typed}"
    offset = text.index("|")
    path = folder / "us.pact"
    texts.open(path, text.replace("|", ""), 1)
    study = desk.study(path)
    assert study is not None
    found = {one.text for one in complete.in_agreement(study, text.replace("|", ""), offset, str(path)).options}
    assert there <= found
    assert not absent & found


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("picnic on |school-nights", "day before each date of “school-days”"),
        ("within 1 |school-day", "1 May of every year"),
        ("during |quiet-hours", "from 22:00 to 07:00"),
        ("within 1 |quiet-hour", "belong to the day on which they begin"),
    ],
)
def test_a_set_tells_its_dates(place: str, says: str, folder: Path, desk: Desk, texts: Texts) -> None:
    texts.open(folder / "us.pact", TEXT, 1)
    study = desk.study(folder / "us.pact")
    assert study is not None
    known = hover.in_agreement(study, str(study.path), TEXT.index(place.replace("|", "")) + place.index("|"))
    assert known is not None
    assert says in known.words


def test_a_set_is_renamed_where_one_of_its_days_is_named_too(folder: Path, desk: Desk, texts: Texts) -> None:
    texts.open(folder / "us.pact", TEXT, 1)
    study = desk.study(folder / "us.pact")
    assert study is not None
    names = Names(study)
    found = names.at(str(study.path), TEXT.index("days school-days") + 6)
    assert found is not None
    edits = names.rename(found, "lessons")
    changed = TEXT
    for edit in sorted(edits, key=lambda one: -one.span.start):
        changed = changed[: edit.span.start] + edit.replacement + changed[edit.span.end :]
    assert "school-day" not in changed
    texts.open(folder / "us.pact", changed, 2)
    again = desk.study(folder / "us.pact")
    assert again is not None
    assert again.agreement is not None
    assert [one.days.name for one in again.agreement.days] == ["lessons", "school-nights"]
