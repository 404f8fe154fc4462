"""Rules of this family, in the order of their codes."""

from __future__ import annotations

from pactlang.lint.rule import Rule
from pactlang.lint.rules.safety import (
    child_between,
    constant_reporting,
    contact_data,
    costs_too_much,
    fine,
    forbidden_feeling,
    full_name,
    health_suspended,
    isolation,
    location_demand,
    money_control,
    no_help_from_outside,
    papers_kept,
    password_demand,
    permission_to_leave,
    result_demanded,
    sex_owed,
    stopping_penalised,
    third_party_bound,
    violence,
)

RULES: tuple[Rule, ...] = (
    password_demand.RULE,
    location_demand.RULE,
    isolation.RULE,
    permission_to_leave.RULE,
    fine.RULE,
    forbidden_feeling.RULE,
    contact_data.RULE,
    stopping_penalised.RULE,
    full_name.RULE,
    third_party_bound.RULE,
    result_demanded.RULE,
    money_control.RULE,
    constant_reporting.RULE,
    no_help_from_outside.RULE,
    health_suspended.RULE,
    violence.RULE,
    sex_owed.RULE,
    papers_kept.RULE,
    child_between.RULE,
    costs_too_much.RULE,
)
