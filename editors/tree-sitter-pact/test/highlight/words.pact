# <- comment

pact "May and Friday"
# <- keyword
#    ^ title
    between May, Friday and Cap
#   ^ keyword
#           ^ variable
#              ^ punctuation.delimiter
#                ^ variable
#                       ^ keyword
#                           ^ variable
    time zone Europe/Berlin
#   ^ keyword
#             ^ string.special

use relationships
#   ^ module

term late-night means encounter between 23:00 and 06:00
# <- keyword
#    ^ type
#               ^ keyword
#                     ^ type
#                                       ^ string.special

person dana tagged friend known since 2026-01-01
# <- keyword
#      ^ variable.parameter
#           ^ keyword
#                  ^ attribute
#                         ^ keyword

cap evenings
# <- keyword
#   ^ label
    at most 4 encounters per month by May and Friday
#   ^ keyword
#           ^ number
#             ^ type
#                            ^ constant.builtin
#                                     ^ variable
#                                             ^ variable
    at most 2 hours of screen-time in any 48 hours
#             ^ constant.builtin
#                      ^ type
    warn at 3
#   ^ keyword.modifier
    only while away
#   ^ keyword.modifier
#              ^ constant
    > We said so. # And meant it.
#   ^ comment.documentation
#                   ^ comment.documentation
    "Quietly."  # A comment.
#   ^ string
#               ^ comment

notice tell
    after each encounter with someone new, disclosure by the same party to the others within 24 hours
#   ^ keyword
#                             ^ variable.builtin
#                                                        ^ keyword
#                                                            ^ variable.builtin
    review every week on Friday
#                        ^ constant.builtin
    after each breach of evenings, encounters pause for 14 days
#                        ^ label
    no encounter at home unless away
#                   ^ variable
#                        ^ keyword.conditional
#                               ^ constant

matrix comfort for encounter
#      ^ label
#                  ^ type
    dinner    yes    ?
#   ^ property
#             ^ boolean
#                    ^ boolean

example
    2026-09-12  test by Ana
    expect broken tell, evenings.2
#   ^ keyword
#                 ^ label
#                       ^ label

cap 3rd
#   ^ error
