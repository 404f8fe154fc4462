"""How the fast engine and the reference are laid side by side, and how hard the tests try."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from datetime import date

from hypothesis import HealthCheck, Phase, settings

from pactlang.checker.engine import judge as judge_fast
from pactlang.checker.finding import Finding, Status
from pactlang.log.entry import Entry
from pactlang.model.agreement import Agreement, Sentence
from pactlang.model.calendar import load_zone

from .checker import Verdict, judge

# A failing case is made smaller only where somebody waits for it.
_QUICK = (Phase.explicit, Phase.generate)
LONG = os.environ.get("PACT_FUZZ") == "long"
FEW = os.environ.get("PACT_FUZZ") == "few"  # where the same tests run for each of many small changes to the checker
Line = tuple[str, str, str, tuple[str, ...]]  # label, status, date, who


def tries(examples: int) -> settings:
    """An eighth of these examples, the same on every run; with `PACT_FUZZ=long` other ones and many times as many, with `few` a tenth."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much, HealthCheck.large_base_example]
    if LONG:
        return settings(max_examples=examples * 40, deadline=None, suppress_health_check=slow)
    return settings(
        max_examples=max(1, examples // (10 if FEW else 8)),
        deadline=None,
        suppress_health_check=slow,
        derandomize=True,
        database=None,
        phases=_QUICK,
    )


def label(finding: Finding) -> str:
    """What a finding speaks of: the sentence's label, or the matrix's name."""
    return finding.sentence.label if isinstance(finding.sentence, Sentence) else finding.sentence.name


def fast_lines(agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int) -> Counter[Line]:
    """What the engine finds; who kept a sentence is not compared."""
    judgement = judge_fast(agreements, entries, as_of, load_zone("UTC"), keep_all=True)
    found = [finding for finding in judgement.findings if finding.status is not Status.DRIFT]
    return Counter(line(label(one), one.status, one.date, one.who) for one in found)


def reference_lines(agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int) -> Counter[Line]:
    """What the reference finds."""
    return Counter(map(verdict_line, judge(agreements, entries, as_of)))


def verdict_line(verdict: Verdict) -> Line:
    """A verdict as a line to compare."""
    return line(verdict.clause_label, verdict.status, verdict.date, verdict.who)


def line(name: str, status: str, day: int, who: Sequence[str]) -> Line:
    """One line; of what is kept, only how often."""
    kept = status == "kept"
    return name, str(status), "" if kept else date.fromordinal(day).isoformat(), () if kept else tuple(sorted(who))


def differences(agreements: Sequence[Agreement], entries: Sequence[Entry], as_of: int) -> list[str]:
    """Every line that only one of the two has, in words for a failing test."""
    fast, slow = fast_lines(agreements, entries, as_of), reference_lines(agreements, entries, as_of)
    only_fast = [f"engine only: {one}" for one in sorted((fast - slow).elements())]
    only_slow = [f"reference only: {one}" for one in sorted((slow - fast).elements())]
    return only_fast + only_slow
