; Made from tree-sitter-pact/queries/pact/highlights.scm by python -m tests.editors.queries: change that one.

; Colours for agreements. Of two patterns for one word the later one counts.

; Names, by what they name

(name) @variable
(clause_heading name: (name) @label)
(hope_heading name: (name) @label)
(guarantee_heading name: (name) @label)
(example_heading name: (name) @label)
(breach_trigger clause: (name) @label)
(expect_line clause: (_) @label)
(event_heading name: (name) @type)
(term_heading name: (name) @type)
(matrix_heading name: (name) @label)
(matrix_heading event: (name) @type)
(noun (name) @type)
(about_line event: (name) @type)
(plural_line (name) @type)
(state_heading name: (name) @constant)
(days_heading name: (name) @constant)
(hours_heading name: (name) @constant)
(_ days: (name) @constant)
(while_filter state: (name) @constant)
(unless state: (name) @constant)
(only_modifier state: (name) @constant)
(except_modifier state: (name) @constant)
(person_heading name: (name) @variable.parameter)
(person_heading tags: (items (name) @attribute))
(person "tagged" (name) @attribute)
(tagged_filter (name) @attribute)
(where_filter field: (name) @variable.other.member)
(covering_modifier (items (name) @variable.other.member))
(optionally_modifier (items (name) @variable.other.member))
(never_covering_modifier (items (name) @variable.other.member))
(keeps_private_modifier (items (name) @variable.other.member))
(fields_line (items (name) @variable.other.member))
(use_heading name: (name) @namespace)
(time_zone_line [(name) (zone)] @string.special)

; Values

[(string) (promise)] @string
(include_heading path: (string) @string.special)
(pact_heading title: (string) @markup.heading)
(person_heading title: (string) @markup.heading)
(matrix_heading title: (string) @markup.heading)
(clause_heading title: (string) @markup.heading)
(hope_heading title: (string) @markup.heading)
(guarantee_heading title: (string) @markup.heading)
(example_heading title: (string) @markup.heading)
(number) @constant.numeric
[(date) (time)] @string.special
(digest) @string.special
[(unit) (period) (weekday) (month) (ordinal)] @constant.builtin
["weekdays" "weekends"] @constant.builtin
["everyone" "anyone" "someone" "new" "others" "party" "same"] @variable.builtin
(person "person" @variable.builtin)
(comparison) @operator
(answer) @constant.builtin.boolean
(cell) @variable
(table_row activity: (cell) @variable.other.member)
"," @punctuation.delimiter

; The words of the language

[
  "pact" "use" "include" "event" "term" "person" "state" "days" "hours" "matrix" "example" "hope" "guarantee"
] @keyword
(clause_kind) @keyword
["means" "known" "since"] @keyword
(matrix_heading "for" @keyword)
(person_heading "tagged" @keyword)

[
  "a" "an" "the" "and" "or" "at" "most" "least" "different" "people" "per" "without" "in" "any" "between" "of" "after" "before" "within" "by" "next" "on" "ahead" "but" "sooner" "who" "was" "addressed" "asked" "date" "fewer" "us"
  "first" "last" "each" "every" "breach" "breaches" "no" "may" "pause" "pauses" "for" "give" "or" "take" "turn" "to" "with" "tagged" "starting"
  "ending" "lasting" "where" "is" "not" "during" "while" "unless" "through" "more" "less" "than"
] @keyword
(comparison ["at" "most" "least" "more" "less" "than"] @operator)
["unless" "while" "where"] @keyword.control.conditional

(modifier ["covering" "optionally" "never" "keeps" "warn" "remind" "revisit" "otherwise" "still" "owed" "grace" "only" "except" "private" "watch" "off" "if" "we" "can" "from" "until" "odd" "even"] @keyword.storage.modifier)
[
  "covering" "optionally" "never" "keeps" "warn" "remind" "revisit" "otherwise" "still" "owed" "grace" "only" "except" "private" "watch" "off" "if" "we" "can" "from" "until" "odd" "even"
] @keyword.storage.modifier

["force" "time" "zone" "week" "starts" "currency" "signed" "digest"] @keyword
(was_part "was" @keyword)
")" @punctuation.bracket
["plural" "about" "amount" "fields" "ends" "lasts"] @keyword
["ask means" "consent"] @keyword
["expect kept" "expect broken" "as"] @keyword

; The words of three rules stand once in the grammar for units, weekdays and kinds as well; their nodes above are what is coloured.
(unit ["minute" "minutes" "hour" "hours" "day" "days" "week" "weeks" "month" "months" "year" "years"] @constant.builtin)
(period ["day" "week" "month" "quarter" "year"] @constant.builtin)
(weekday ["Monday" "Tuesday" "Wednesday" "Thursday" "Friday" "Saturday" "Sunday"] @constant.builtin)
(month
  ["January" "February" "March" "April" "May" "June" "July" "August" "September" "October" "November" "December"] @constant.builtin)
(portion ["half" "third" "quarter" "fourth" "fifth" "sixth" "percent" "its" "amount"] @keyword)
(ordinal ["first" "second" "third" "fourth" "fifth" "last"] @constant.builtin)
(clause_kind
  ["boundary" "cap" "notice" "consent" "disclosure" "aftercare" "testing" "check-in" "review" "pause" "repair" "closing" "promise"] @keyword)

; What the parties say in their own words, and what nobody reads but them

(reason) @comment.block.documentation
(note) @comment.block.documentation
(comment) @comment
(bad_word) @error
