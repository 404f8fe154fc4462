/**
 * Agreements: `*.pact`.
 *
 * It follows `src/pactlang/grammar.lark` rule by rule. A word is reserved only where the language could take it at that very place,
 * so a party may be called May, Friday or Test: `word` below makes it so. The ends of lines come from `src/scanner.c`.
 */

/* eslint-disable no-undef */
const { anyOf, blank, caseless: word, lines, pattern, under, words } = require('../common/words.js');

const optionally = (...parts) => (parts.length > 1 ? optional(seq(...parts)) : optional(parts[0]));
const joined = (one, ...joints) => seq(one, repeat(seq(choice(...joints.map(word)), one)));
const listed = (one) => seq(one, repeat(seq(choice(',', word('and'), seq(',', word('and'))), one)));

const UNITS = ['minute', 'minutes', 'hour', 'hours', 'day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years'];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
];
const KINDS = [
  'boundary', 'cap', 'notice', 'consent', 'disclosure', 'aftercare', 'testing', 'check-in', 'review', 'pause', 'repair', 'closing', 'promise',
];

// A quoted line may hold marks of its own, so a promise goes on to the last mark before a comment.
const QUOTED = '("[^"\\n]*"|“[^”“\\n]*[”“]|„[^“”\\n]*[“”])';
const UNQUOTED = '#*([ \\t]+[^~"“„#]#*|[^~"“„#]#*)*[ \\t]*';

module.exports = grammar({
  name: 'pact',

  externals: ($) => [$._line, $._end],
  extras: ($) => [blank, $.comment, $.bad_word],
  word: ($) => $.name,
  supertypes: ($) => [$.block, $.sentence, $.modifier, $.filter],
  inline: ($) => [$._each, $._named, $._since_when],

  rules: {
    agreement: ($) => lines($, $.block),

    block: ($) =>
      choice(
        $.pact_block,
        $.use_block,
        $.include_block,
        $.event_block,
        $.term_block,
        $.person_block,
        $.state_block,
        $.days_block,
        $.hours_block,
        $.matrix_block,
        $.example_block,
        $.hope_block,
        $.guarantee_block,
        $.clause_block,
      ),

    comment: () => /#[^\n]*/,

    // --- Headings, and what stands under them ---

    pact_block: ($) => seq($.pact_heading, under($, choice($._pact_line, $.reason))),
    pact_heading: ($) => seq(word('pact'), optional(field('title', $.string))),

    use_block: ($) => seq($.use_heading, under($, $.reason)),
    use_heading: ($) => seq(word('use'), field('name', $.name)),

    include_block: ($) => seq($.include_heading, under($, $.reason)),
    include_heading: ($) => seq(word('include'), field('path', $.string)),

    event_block: ($) => seq($.event_heading, under($, choice($._event_line, $.reason))),
    event_heading: ($) => seq(word('event'), field('name', $.name)),

    term_block: ($) => seq($.term_heading, under($, $.reason)),
    term_heading: ($) => seq(word('term'), field('name', $.name), word('means'), $.noun, repeat($._narrowed)),

    person_block: ($) => seq($.person_heading, under($, $.reason)),
    person_heading: ($) =>
      seq(
        word('person'),
        field('name', $.name),
        optional(field('title', $.string)),
        optionally(word('tagged'), field('tags', $.items)),
        optionally(words('known since'), $.date),
      ),

    state_block: ($) => seq($.state_heading, under($, choice($._state_line, $.reason))),
    state_heading: ($) => seq(word('state'), field('name', $.name), optional(seq(word('for'), word('each'), word('party')))),

    days_block: ($) => seq($.days_heading, under($, choice($.days_line, $.except_days_line, $.reason))),
    days_heading: ($) => seq(word('days'), field('name', $.name)),

    hours_block: ($) => seq($.hours_heading, under($, choice($.hours_line, $.reason))),
    hours_heading: ($) => seq(word('hours'), field('name', $.name)),

    matrix_block: ($) => seq($.matrix_heading, under($, choice($._matrix_line, $.reason))),
    matrix_heading: ($) =>
      seq(word('matrix'), field('name', $.name), optional(field('title', $.string)), word('for'), field('event', $.name)),

    clause_block: ($) => seq($.clause_heading, under($, choice($._aim_line, $.promise))),
    clause_heading: ($) =>
      seq(field('kind', $.clause_kind), optional(field('name', $.name)), optional(field('title', $.string))),
    clause_kind: () => anyOf(...KINDS),
    _aim_line: ($) => choice($.sentence, $.modifier, $.reason),

    hope_block: ($) => seq($.hope_heading, under($, $._aim_line)),
    hope_heading: ($) => seq(word('hope'), field('name', $.name), optional(field('title', $.string))),

    guarantee_block: ($) => seq($.guarantee_heading, under($, $._aim_line)),
    guarantee_heading: ($) => seq(word('guarantee'), field('name', $.name), optional(field('title', $.string))),

    example_block: ($) => seq($.example_heading, under($, choice($.expect_line, $.entry, $.note, $.reason))),
    example_heading: ($) => seq(word('example'), optional(field('name', $.name)), optional(field('title', $.string))),

    // The parties' own words.
    reason: () => pattern('>([^\\n]*[^~])?'),
    promise: () => pattern(`${QUOTED}(${UNQUOTED}${QUOTED})*(${UNQUOTED}”)?`),

    // --- Bodies of the headings that are no clauses ---

    _pact_line: ($) => choice($.between_line, $.in_force_line, $.time_zone_line, $.week_starts_line, $.currency_line, $.signed_by_line),
    between_line: ($) => seq(word('between'), field('parties', alias($._parties, $.items))),
    _parties: ($) => listed(seq(choice($.name, $.string), optional($.was_part))),
    // What somebody was called before: `Anna (was Ana)`.
    was_part: ($) => seq(alias(token(prec(1, /\(was/)), 'was'), field('before', choice($.name, $.string)), ')'),
    in_force_line: ($) =>
      seq(words('in force'), choice(seq(word('from'), $.date, optionally(word('until'), $.date)), seq(word('until'), $.date))),
    time_zone_line: ($) => seq(words('time zone'), choice($.name, $.zone)),
    currency_line: ($) => seq(word('currency'), field('currency', $.name)),
    week_starts_line: ($) => seq(words('week starts'), optional(word('on')), $.weekday),
    signed_by_line: ($) =>
      seq(
        words('signed by'),
        field('party', choice($.name, $.string)),
        word('on'),
        $.date,
        optionally(word('digest'), $.digest, optionally(word('after'), $.digest)),
      ),

    _event_line: ($) => choice($.plural_line, $.with_person_line, $.about_line, $.amount_in_line, $.fields_line),
    plural_line: ($) => seq(word('plural'), $.name),
    with_person_line: () => words('with person'),
    about_line: ($) => seq(word('about'), field('event', $.name)),
    amount_in_line: ($) => seq(words('amount in'), field('unit', $.name)),
    fields_line: ($) => seq(word('fields'), $.items),

    _state_line: ($) => choice($.starts_with_line, $.ends_with_line, $.lasts_line, $.lasts_at_least_line),
    starts_with_line: ($) => seq(words('starts with'), $.noun, repeat($._narrowed)),
    ends_with_line: ($) => seq(words('ends with'), $.noun, repeat($._narrowed)),
    lasts_line: ($) => seq(words('lasts at most'), $.duration),
    lasts_at_least_line: ($) => seq(words('lasts at least'), $.duration),

    days_line: ($) => $._dates,
    except_days_line: ($) => seq(word('except'), $._dates),
    _dates: ($) =>
      choice(
        $.days,
        seq($.date, optionally(word('until'), $.date)),
        seq(words('every year on'), $.number, $.month),
        seq(words('the day before'), field('days', $.name)),
        field('days', $.name),
      ),

    hours_line: ($) => choice(seq(word('on'), $._day_set, optional($._between)), $._between),
    _between: ($) => seq(word('between'), $.time, word('and'), $.time),

    _matrix_line: ($) => choice($.ask_means_line, $.table_row),
    ask_means_line: ($) =>
      seq(alias(/ask[ \t]+means/i, 'ask means'), words('consent within'), optional(word('the')), word('last'), $.duration),
    // A cell is whatever stands between blanks: `ask` alone may be an activity.
    table_row: ($) => seq(field('activity', $.cell), repeat(choice($.answer, $.string, $.cell))),
    answer: () => choice(anyOf('yes', 'ask', 'no'), '?'),
    cell: () => pattern('[^~>"“„#][^~]*'),

    // An example: entries as in a log, then what they come to.
    expect_line: ($) =>
      seq(
        choice(
          alias(token(prec(1, /expect[ \t]+kept/i)), 'expect kept'),
          seq(alias(token(prec(1, /expect[ \t]+broken/i)), 'expect broken'), $._broken, repeat(seq(',', $._broken))),
        ),
        optionally(words('as of'), $._since_when),
      ),
    _broken: ($) => field('clause', choice($.name, $.sentence_name)),
    sentence_name: () => /[\p{L}][\p{L}\p{Nd}\p{M}\u200c\u200d-]*\.[0-9]+/,
    _since_when: ($) => choice(seq($.date, optional($.time)), $.time),
    entry: () => pattern('[0-9]([^\\n]*[^~])?'),
    note: () => pattern('[^~>#0-9]([^\\n]*[^~])?'),

    // --- Sentences ---

    sentence: ($) =>
      choice(
        $.cap_sentence,
        $.quota_sentence,
        $.gap_sentence,
        $.response_sentence,
        $.precedence_sentence,
        $.prohibition_sentence,
        $.prohibition_after_sentence,
        $.prohibition_before_sentence,
        $.pause_sentence,
        $.pause_after_sentence,
        $.repeat_after_sentence,
        $.standing_sentence,
      ),

    _counted: ($) =>
      choice(
        seq($.number, $.noun),
        seq($.duration, word('of'), $.noun),
        seq($.number, field('unit', $.name), word('of'), $.noun),
      ),
    cap_sentence: ($) =>
      choice(
        seq(words('at most'), $._counted, repeat($._narrowed), $._window, repeat($._narrowed), optional($.unless)),
        seq($.noun, repeat($._narrowed), words('with at most'), $.number, words('different people'), $._window, repeat($._narrowed), optional($.unless)),
      ),
    _window: ($) => choice(seq(word('per'), $.period), seq(words('in any'), $.duration), seq(word('between'), $.noun)),
    quota_sentence: ($) =>
      seq(
        words('at least'),
        $._counted,
        repeat($._narrowed),
        word('per'),
        $.period,
        repeat($._narrowed),
        optional(seq(words('give or take'), $.number)),
      ),
    gap_sentence: ($) =>
      seq(words('at least'), $.duration, word('between'), $.noun, repeat($._narrowed), optional($.unless)),

    response_sentence: ($) =>
      seq(word('after'), $._trigger, ',', $.noun, optional($.portion), repeat($._narrowed), $.deadline, optional($.no_sooner), optional($.unless)),
    portion: ($) =>
      seq(
        word('of'),
        optional(
          choice(
            seq(word('half'), optional(word('of'))),
            seq(word('a'), anyOf('third', 'quarter', 'fourth', 'fifth', 'sixth'), word('of')),
            seq($.number, words('percent of')),
          ),
        ),
        words('its amount'),
      ),
    no_sooner: ($) => seq(optional(','), words('but no sooner than'), $.duration, word('after')),
    deadline: ($) =>
      choice(
        seq(word('within'), $.duration),
        seq(word('within'), $.number, field('days', $.name)),
        seq(word('by'), $.time, optional(word('the')), words('next day')),
        seq(word('by'), $.time, optional(word('on')), optional(word('the')), words('same day')),
        words('by the date asked for'),
      ),
    precedence_sentence: ($) =>
      seq(word('before'), $._event_trigger, ',', optional(word('any')), $.noun, repeat($._narrowed), optional($.lead), optional($.unless)),
    lead: ($) =>
      choice(
        seq(
          choice(
            seq(words('at least'), $.duration, word('ahead')),
            seq(word('by'), $.time, optional(word('on')), optional(word('the')), words('same day')),
            seq(word('by'), $.time, optional(word('on')), words('the day before')),
          ),
          optionally(words('and at most'), $.duration, word('ahead')),
        ),
        seq(words('at most'), $.duration, word('ahead')),
        seq(word('within'), optional(word('the')), word('last'), $.duration),
      ),

    _trigger: ($) => choice($._event_trigger, $._breach_trigger, field('trigger', $.counted_trigger)),
    _event_trigger: ($) => field('trigger', choice($.each_trigger, $.first_trigger)),
    _breach_trigger: ($) => field('trigger', $.breach_trigger),
    each_trigger: ($) => seq($._each, $.noun, repeat($._narrowed)),
    first_trigger: ($) => seq(optional(word('the')), word('first'), $.noun, repeat($._narrowed)),
    breach_trigger: ($) => seq($._each, word('breach'), optional($._clauses)),
    counted_trigger: ($) =>
      seq(
        $.number,
        choice(seq($.noun, repeat($._narrowed)), seq(word('breaches'), optional($._clauses), optional(words('by each party')))),
        words('in any'),
        $.duration,
      ),
    _clauses: ($) => seq(word('of'), field('clause', $.name), repeat(seq(word('or'), field('clause', $.name)))),
    _each: () => anyOf('each', 'every'),

    prohibition_sentence: ($) => seq(word('no'), $.noun, repeat($._narrowed), optional($.unless)),
    prohibition_before_sentence: ($) =>
      seq(word('no'), $.noun, repeat($._narrowed), word('within'), $.duration, word('before'), $.noun, repeat($._narrowed)),
    prohibition_after_sentence: ($) =>
      seq(word('after'), $._trigger, ',', word('no'), $.noun, repeat($._narrowed), $.bar_end),
    bar_end: ($) => choice(seq(word('for'), $.duration), seq(word('until'), $.noun, repeat($._narrowed))),
    pause_sentence: ($) =>
      seq(words('anyone may pause'), $.noun, repeat($._narrowed), optionally(words('for at most'), $.duration)),
    pause_after_sentence: ($) =>
      seq(word('after'), $._trigger, ',', $.noun, repeat($._narrowed), anyOf('pause', 'pauses'), word('for'), $.duration),
    repeat_after_sentence: ($) =>
      seq(word('after'), $._trigger, ',', $.noun, repeat($._narrowed), word('every'), $._every, word('for'), $.duration),

    standing_sentence: ($) =>
      seq(
        $.noun,
        repeat($._narrowed),
        optional(seq($.turns, repeat($._narrowed))),
        choice(seq(word('every'), $._every), seq(choice(word('on'), word('by')), $.date)),
        repeat($.rhythm),
      ),
    turns: ($) =>
      seq(
        word('by'),
        choice($._people, seq($._called, repeat1(seq(',', $._called)), optional(','), word('and'), $._called)),
        words('in turn'),
      ),
    _every: ($) => choice($.duration, $.unit, $.days),
    rhythm: ($) =>
      choice(
        seq(choice(word('on'), word('by')), $._day_of),
        seq(word('by'), $.time),
        seq(word('at'), $.time),
        seq(word('for'), $.duration),
        seq(words('give or take'), $.duration),
        seq(words('starting with'), $._called, word('on'), $.date),
      ),
    _day_of: ($) =>
      choice(
        $.days,
        seq(word('day'), $.number),
        words('the last day'),
        seq(word('the'), $.ordinal, $.weekday),
        seq($.number, $.month),
      ),
    ordinal: () => anyOf('first', 'second', 'third', 'fourth', 'fifth', 'last'),

    // --- Nouns, filters, who, with whom ---

    noun: ($) => choice(joined($._named, 'and'), seq($._named, repeat1(seq(word('or'), $._named)))),
    _named: ($) => seq(optional(anyOf('a', 'an', 'the')), $.name),

    filter: ($) =>
      choice(
        $.by_filter,
        $.to_filter,
        $.with_filter,
        $.at_filter,
        $.tagged_filter,
        $.on_filter,
        $.during_filter,
        $.between_filter,
        $.lasting_filter,
        $.where_filter,
        $.while_filter,
      ),
    _narrowed: ($) => choice($.filter, $.not_filter, $.without_filter),
    not_filter: ($) =>
      seq(
        word('not'),
        choice(
          $.by_filter,
          $.to_filter,
          $.with_filter,
          $.at_filter,
          $.tagged_filter,
          $.on_filter,
          $.during_filter,
          alias($._between, $.between_filter),
          $.while_filter,
        ),
      ),
    without_filter: ($) => seq(word('without'), field('field', $.name)),
    by_filter: ($) => seq(word('by'), choice($.who, $.so_many)),
    to_filter: ($) => seq(word('to'), $.who),
    with_filter: ($) => seq(word('with'), $.person),
    at_filter: ($) => seq(word('at'), joined(choice($._named, $.string), 'or')),
    tagged_filter: ($) => seq(word('tagged'), $._words),
    on_filter: ($) => seq(word('on'), $._day_set),
    during_filter: ($) => seq(word('during'), field('days', $.name)),
    between_filter: ($) => seq(optional(anyOf('starting', 'ending')), $._between),
    lasting_filter: ($) => seq(word('lasting'), $.comparison, $.duration),
    where_filter: ($) =>
      seq(
        word('where'),
        field('field', $.name),
        word('is'),
        choice(seq(optional(word('not')), choice($.name, $.number, $.string)), seq($.comparison, $.number)),
      ),
    while_filter: ($) => seq(word('while'), field('state', $.name)),

    who: ($) =>
      choice(
        $._people,
        word('everyone'),
        word('anyone'),
        words('each party'),
        seq(optional(word('the')), words('same party')),
        words('the others'),
        words('each who was addressed'),
        seq(words('each person tagged'), $._words),
      ),
    so_many: ($) =>
      seq(choice(words('at least'), words('fewer than')), $.number, word('of'), choice(word('us'), words('the others'))),
    person: ($) =>
      choice(
        $._people,
        prec.right(seq(word('anyone'), optionally(word('tagged'), $._words))),
        words('someone new'),
        words('each person'),
        seq(optional(word('the')), words('same person')),
      ),
    _people: ($) =>
      choice(joined($._called, 'and'), seq($._called, repeat1(seq(word('or'), $._called)))),
    _called: ($) => choice($.name, $.string),
    _words: ($) => choice(joined($.name, 'and'), seq($.name, repeat1(seq(word('or'), $.name)))),
    comparison: () => choice(words('at least'), words('at most'), words('more than'), words('less than')),

    unless: ($) =>
      seq(
        word('unless'),
        choice(
          seq($.noun, repeat($._narrowed), word('within'), optional(word('the')), word('last'), $.duration),
          field('state', $.name),
          repeat1($.filter),
        ),
      ),

    // --- Modifiers, one a line under their sentence ---

    modifier: ($) =>
      choice(
        $.covering_modifier,
        $.optionally_modifier,
        $.never_covering_modifier,
        $.keeps_private_modifier,
        $.warn_at_modifier,
        $.warn_before_modifier,
        $.remind_modifier,
        $.grace_modifier,
        $.only_modifier,
        $.except_modifier,
        $.wish_modifier,
        $.revisit_modifier,
        $.otherwise_modifier,
        $.still_owed_modifier,
        $.private_modifier,
        $.watch_off_modifier,
      ),
    covering_modifier: ($) => seq(word('covering'), $.items),
    optionally_modifier: ($) => seq(word('optionally'), $.items),
    never_covering_modifier: ($) => seq(words('never covering'), $.items),
    keeps_private_modifier: ($) => seq(choice($.name, $.string), word('keeps'), $.items, word('private')),
    warn_at_modifier: ($) => seq(words('warn at'), $.number),
    warn_before_modifier: ($) => seq(word('warn'), $.duration, word('before')),
    remind_modifier: ($) => seq(word('remind'), $.duration, word('before')),
    grace_modifier: ($) => seq(word('grace'), $.duration),
    only_modifier: ($) => seq(word('only'), $._condition),
    except_modifier: ($) => seq(word('except'), $._condition),
    wish_modifier: () => words('if we can'),
    revisit_modifier: ($) => seq(word('revisit'), choice(seq(word('every'), $.duration), seq(word('by'), $.date))),
    otherwise_modifier: ($) => seq(word('otherwise'), $.noun, repeat($.filter), $.deadline),
    still_owed_modifier: () => words('still owed'),
    private_modifier: () => word('private'),
    watch_off_modifier: () => words('watch off'),
    _condition: ($) =>
      choice(
        seq(word('from'), $.date, optionally(word('until'), $.date)),
        seq(word('until'), $.date),
        seq(word('while'), field('state', $.name)),
        seq(word('on'), $._day_set),
        seq(word('between'), $.number, $.month, word('and'), $.number, $.month),
        seq(word('in'), anyOf('odd', 'even'), $.unit),
      ),
    items: ($) => listed(choice($.name, $.string)),

    // --- Time ---

    duration: ($) => repeat1(seq($.number, $.unit)),
    unit: () => anyOf(...UNITS),
    period: () => anyOf('day', 'week', 'month', 'quarter', 'year'),
    // Days of the week, or the name of a set of dates.
    _day_set: ($) => choice($.days, field('days', $.name)),
    days: ($) =>
      choice(joined($.weekday, 'or', 'and'), seq($.weekday, word('through'), $.weekday), anyOf('weekdays', 'weekends')),
    weekday: () => anyOf(...WEEKDAYS),
    month: () => anyOf(...MONTHS),

    // --- Words that are no words of the language ---

    name: () => /\p{L}[\p{L}\p{Nd}\p{M}\u200c\u200d-]*/,
    number: () => /[0-9]+(\.[0-9]+)?/,
    date: () => /[0-9]{4}-[0-9]{2}-[0-9]{2}/,
    time: () => /([01][0-9]|2[0-3]):[0-5][0-9]/,
    digest: () => /sha256:[0-9a-f]+/,
    zone: () => /[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+/,
    string: () => new RegExp(QUOTED),

    // The longest match wins, so `3encounters` is this one and no number; of two equal ones the first. It stands last.
    bad_word: () => token(choice(pattern('[^~,"“„)]+'), ')', /"[^"\n]*/, /“[^”“\n]*/, /„[^“”\n]*/)),
  },
});
