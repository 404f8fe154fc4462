# SYNTAX TEST "source.pact" "the lines of an agreement"

pact "Ana, May and Ben"   # ours
# <---- storage.type.agreement.pact
#    ^^^^^^^^^^^^^^^^^^ string.quoted.double.pact
#                         ^^^^^^ comment.line.number-sign.pact
    between Ana, May and Ben
#   ^^^^^^^ keyword.other.pact
#           ^^^ variable.other.person.pact
#              ^ punctuation.separator.comma.pact
#                ^^^ variable.other.person.pact
#                    ^^^ keyword.other.pact
    in force from 2026-09-07 until 2027-03-07
#   ^^ keyword.other.pact
#                 ^^^^^^^^^^ constant.numeric.date.pact
    time zone Europe/Berlin
#   ^^^^^^^^^ keyword.other.pact
#             ^^^^^^^^^^^^^ string.unquoted.zone.pact
    week starts Sunday
#               ^^^^^^ constant.language.calendar.pact
    signed by May on 2026-08-30 digest sha256:0a1b
#             ^^^ variable.other.person.pact
#                                      ^^^^^^^ keyword.other.pact
#                                             ^^^^ constant.numeric.hex.digest.pact

use relationships
# <--- keyword.control.import.pact
#   ^^^^^^^^^^^^^ entity.name.namespace.vocabulary.pact
include "house.pact"
# <------- keyword.control.import.pact
#       ^^^^^^^^^^^^ string.quoted.double.pact

event expense
# <----- storage.type.event.pact
#     ^^^^^^^ entity.name.type.event.pact
    plural expenses
#   ^^^^^^ keyword.other.pact
#          ^^^^^^^^ entity.name.type.event.pact
    amount in EUR
#             ^^^ keyword.other.unit.pact
    fields for, mood
#          ^^^ variable.other.enummember.item.pact
#               ^^^^ variable.other.enummember.item.pact

person kim "Kim" tagged coworker, runner known since 2026-05-10
# <------ storage.type.person.pact
#      ^^^ variable.other.person.pact
#          ^^^^^ string.quoted.double.pact
#                       ^^^^^^^^ variable.other.enummember.tag.pact
#                                 ^^^^^^ variable.other.enummember.tag.pact
#                                        ^^^^^ keyword.other.pact
#                                                    ^^^^^^^^^^ constant.numeric.date.pact

term late-night means encounter between 23:00 and 05:00
# <---- storage.type.term.pact
#    ^^^^^^^^^^ entity.name.type.event.pact
#               ^^^^^ - entity.name.type
#                     ^^^^^^^^^ entity.name.type.event.pact
#                                       ^^^^^ constant.numeric.time.pact

state at-risk
#     ^^^^^^^ entity.name.type.state.pact
    starts with incident
#   ^^^^^^^^^^^ keyword.other.pact
#               ^^^^^^^^ entity.name.type.event.pact
    lasts at most 14 days
#                 ^^ constant.numeric.pact
#                    ^^^^ keyword.other.unit.pact

cap evenings "Evenings # out"
# <--- storage.type.clause.pact
#   ^^^^^^^^ entity.name.function.clause.pact
#            ^^^^^^^^^^^^^^^^ string.quoted.double.pact
    at most 4 encounters by Ana per month   # to be looked at
#   ^^^^^^^ keyword.control.sentence.pact
#           ^ constant.numeric.pact
#             ^^^^^^^^^^ entity.name.type.event.pact
#                        ^^ keyword.other.pact
#                           ^^^ variable.other.person.pact
#                                   ^^^^^ keyword.other.unit.pact
#                                           ^^^^^^^^^^^^^^^^^ comment.line.number-sign.pact
    > One a week # left time for us.
#   ^ punctuation.definition.quote.begin.pact
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ markup.quote.reason.pact
    "We tell # each other."  # so
#   ^^^^^^^^^^^^^^^^^^^^^^^ string.quoted.double.promise.pact
#                            ^^^^ comment.line.number-sign.pact
    „Wir sagen es.“
#   ^^^^^^^^^^^^^^^ string.quoted.double.promise.pact
    warn at 3
#   ^^^^ storage.modifier.pact
    # allow: C001, missing-pause because we talked
#     ^^^^^^ keyword.other.pact
#            ^^^^ variable.other.constant.rule.pact
#                  ^^^^^^^^^^^^^ variable.other.constant.rule.pact
#                                ^^^^^^^ keyword.other.pact
#                                        ^^^^^^^^^ comment.line.number-sign.allow.pact - keyword

disclosure
# <---------- storage.type.clause.pact
    after each encounter by each party, disclosure by the same party to Ben and May by 23:00 the next day unless at-risk
#   ^^^^^ keyword.control.sentence.pact
#              ^^^^^^^^^ entity.name.type.event.pact
#                           ^^^^^^^^^^ variable.language.who.pact
#                                       ^^^^^^^^^^ entity.name.type.event.pact
#                                                     ^^^^^^^^^^^^^^ variable.language.who.pact
#                                                                       ^^^ variable.other.person.pact
#                                                                               ^^^ variable.other.person.pact
#                                                                                      ^^^^^ constant.numeric.time.pact
#                                                                                                                ^^^^^^^ entity.name.type.state.pact
    covering who, "what was said"
#   ^^^^^^^^ storage.modifier.pact
#            ^^^ variable.other.enummember.item.pact
#                 ^^^^^^^^^^^^^^^ string.quoted.double.pact

boundary home
    no pause at home or "her place" tagged loud with anyone tagged coworker unless consent by Ben within the last 7 days
#   ^^ keyword.control.sentence.pact
#      ^^^^^ entity.name.type.event.pact
#               ^^^^ string.unquoted.place.pact
#                       ^^^^^^^^^^^ string.quoted.double.pact
#                                          ^^^^ variable.other.enummember.tag.pact
#                                                    ^^^^^^ variable.language.who.pact
#                                                                  ^^^^^^^^ variable.other.enummember.tag.pact
#                                                                                  ^^^^^^^ entity.name.type.event.pact
    no outing where protection is not condom
#                   ^^^^^^^^^^ variable.other.property.field.pact
#                                     ^^^^^^ string.unquoted.value.pact
    at most 1 party in any 14 days
#             ^^^^^ entity.name.type.event.pact
    review by everyone every month on day 1 at 19:00, on 4 May
#                                         ^ constant.numeric.pact
#                                           ^^ keyword.other.pact
#                                                        ^ constant.numeric.pact
#                                                          ^^^ constant.language.calendar.pact
    atmost 4 encounters
#   ^^^^^^ - keyword.control.sentence.pact

matrix comfort "What is fine" for encounter
# <------ storage.type.matrix.pact
#      ^^^^^^^ entity.name.function.clause.pact
#                                 ^^^^^^^^^ entity.name.type.event.pact
    activity     Ana    Ben
#   ^^^^^^^^ variable.other.enummember.activity.pact
#                ^^^ variable.other.person.pact
    travel       ask    ?
#   ^^^^^^ variable.other.enummember.activity.pact
#                ^^^ constant.language.cell.pact
#                       ^ constant.language.cell.pact
    ask means consent within the last 3 days
#   ^^^^^^^^^ keyword.other.pact
#             ^^^^^^^ entity.name.type.event.pact

repair
    after each breach of evenings, debrief by everyone within 3 days
#              ^^^^^^ entity.name.type.event.pact
#                        ^^^^^^^^ entity.name.function.clause.pact
