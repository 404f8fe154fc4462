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
(where_filter field: (name) @property)
(covering_modifier (items (name) @property))
(optionally_modifier (items (name) @property))
(never_covering_modifier (items (name) @property))
(keeps_private_modifier (items (name) @property))
(fields_line (items (name) @property))
(use_heading name: (name) @namespace)
(time_zone_line [(name) (zone)] @string.special)

; Values

[(string) (promise)] @string
(include_heading path: (string) @string.special)
(pact_heading title: (string) @title)
(person_heading title: (string) @title)
(matrix_heading title: (string) @title)
(clause_heading title: (string) @title)
(hope_heading title: (string) @title)
(guarantee_heading title: (string) @title)
(example_heading title: (string) @title)
(number) @number
[(date) (time)] @string.special
(digest) @string.special
[(unit) (period) (weekday) (month) (ordinal)] @constant
["weekdays" "weekends"] @constant
["everyone" "anyone" "someone" "new" "others" "party" "same"] @variable.special
(person "person" @variable.special)
(comparison) @operator
(answer) @boolean
(cell) @variable
(table_row activity: (cell) @property)
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
["unless" "while" "where"] @keyword.conditional

(modifier ["covering" "optionally" "never" "keeps" "warn" "remind" "revisit" "otherwise" "still" "owed" "grace" "only" "except" "private" "watch" "off" "if" "we" "can" "from" "until" "odd" "even"] @keyword.modifier)
[
  "covering" "optionally" "never" "keeps" "warn" "remind" "revisit" "otherwise" "still" "owed" "grace" "only" "except" "private" "watch" "off" "if" "we" "can" "from" "until" "odd" "even"
] @keyword.modifier

["force" "time" "zone" "week" "starts" "currency" "signed" "digest"] @keyword
(was_part "was" @keyword)
")" @punctuation.bracket
["plural" "about" "amount" "fields" "ends" "lasts"] @keyword
["ask means" "consent"] @keyword
["expect kept" "expect broken" "as"] @keyword

; The words of three rules stand once in the grammar for units, weekdays and kinds as well; their nodes above are what is coloured.
(unit ["minute" "minutes" "hour" "hours" "day" "days" "week" "weeks" "month" "months" "year" "years"] @constant)
(period ["day" "week" "month" "quarter" "year"] @constant)
(weekday ["Monday" "Tuesday" "Wednesday" "Thursday" "Friday" "Saturday" "Sunday"] @constant)
(month
  ["January" "February" "March" "April" "May" "June" "July" "August" "September" "October" "November" "December"] @constant)
(portion ["half" "third" "quarter" "fourth" "fifth" "sixth" "percent" "its" "amount"] @keyword)
(ordinal ["first" "second" "third" "fourth" "fifth" "last"] @constant)
(clause_kind
  ["boundary" "cap" "notice" "consent" "disclosure" "aftercare" "testing" "check-in" "review" "pause" "repair" "closing" "promise"] @keyword)

; What the parties say in their own words, and what nobody reads but them

(reason) @comment.doc
(note) @comment.doc
(comment) @comment
(bad_word) @error
