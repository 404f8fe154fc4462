/**
 * Logs: `*.pactlog`. One entry a line, its notes indented under it.
 *
 * It follows `src/pactlang/log/text_when.py` and `text_body.py`. A word is whatever stands between blanks, commas and quotation marks.
 * The ends of lines come from `src/scanner.c`.
 */

/* eslint-disable no-undef */
const { blank, lines, pattern, under } = require('../common/words.js');

module.exports = grammar({
  name: 'pactlog',

  externals: ($) => [$._line, $._end],
  extras: ($) => [blank, $.comment],
  word: ($) => $.word,
  conflicts: ($) => [[$.names], [$.items], [$._all_waived]],
  inline: ($) => [$._plain, $._part, $._moment],

  rules: {
    log: ($) => lines($, choice($.entry, $.bad_line)),

    // What does not start with a date is no entry; what is indented under it is still taken for notes.
    bad_line: ($) => seq(repeat1(choice($.word, $.string, ',')), under($, $.note)),

    // The parts stand in any order, a comma between them or none; a field has one before it.
    entry: ($) =>
      seq(
        $.when,
        $._event,
        repeat(choice(seq(optional(','), $._part), seq(',', $.field))),
        under($, $.note),
      ),
    comment: () => /#[^\n]*/,

    when: ($) => seq($._moment, optional(seq('to', field('end', $.end)))),
    end: ($) => choice($._moment, seq($.time, optional($.offset))),
    _moment: ($) => seq($.date, optional(seq($.time, optional($.offset)))),
    _article: () => choice('a', 'an', 'the'),

    _event: ($) =>
      choice(
        seq(optional($._article), field('event', alias($._plain, $.event))),
        field('event', alias($._article, $.event)),
        field('event', alias($._withdraw_consent, $.event)),
        seq(
          field('event', alias('waive', $.event)),
          $._all_waived,
        ),
        seq(field('event', alias(choice('confirm', 'dispute'), $.event)), optional(field('about', alias($._plain, $.id)))),
        seq(field('event', alias(choice('pause', 'resume', 'own'), $.event)), optional(field('target', alias($._plain, $.finding)))),
        field('event', alias(choice('complete', 'leave', 'refuse', 'consent'), $.event)),
      ),
    _all_waived: ($) => seq($._waived, repeat(seq(choice('and', ',', seq(',', 'and')), $._waived))),
    _waived: ($) => seq(field('target', alias($._plain, $.finding)), optional(seq('of', field('about', alias($._plain, $.id))))),
    _withdraw_consent: () => seq('withdraw', 'consent'),

    _part: ($) =>
      choice($.by_part, $.to_part, $.with_part, $.instead_part, $.at_part, $.about_part, $.as_part, $.until_part, $.covering_part, $.tagged_part, $.noted_part),
    by_part: ($) => seq('by', $.names),
    to_part: ($) => seq('to', $.names),
    with_part: ($) => seq('with', $.names),
    instead_part: ($) => seq('instead', 'of', $.names),
    at_part: ($) => seq('at', choice(seq(optional($._article), field('place', alias($._plain, $.place))), field('place', alias($._article, $.place)))),
    about_part: ($) => seq('about', field('entry', alias($._plain, $.id))),
    as_part: ($) => seq('as', field('id', alias($._plain, $.id))),
    until_part: ($) => seq('until', $.date),
    covering_part: ($) => seq('covering', $.items),
    tagged_part: ($) => seq('tagged', $.items),
    noted_part: ($) => prec.right(seq('noted', $._moment, optional(seq('by', $.names)))),

    // After a comma a lone word goes on with the list; two words are a field and its value.
    names: ($) => seq($._name, repeat(seq(choice('and', ',', seq(',', 'and')), $._name))),
    _name: ($) => alias(choice($._plain, 'amount'), $.name),
    _item: ($) => alias(choice($._plain, 'amount'), $.item),
    items: ($) => seq($._item, repeat(seq(choice('and', ',', seq(',', 'and')), $._item))),
    field: ($) =>
      choice(
        seq(field('name', alias($._plain, $.field_name)), field('value', choice($.number, alias($._plain, $.value)))),
        seq(
          field('name', alias('amount', $.field_name)),
          field('value', choice($.number, alias($._plain, $.value))),
        ),
        seq(
          field('name', alias('amount', $.field_name)),
          field('value', $.number),
          field('unit', alias($._plain, $.unit)),
        ),
      ),

    // Indented under its entry, in the writer's own words.
    note: () => pattern('[^~#]([^\\n]*[^~])?'),

    date: () => /[0-9]{4}-[0-9]{2}-[0-9]{2}/,
    time: () => /([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.0+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?/,
    offset: () => /Z|[+-][0-9]{2}:[0-9]{2}/,
    number: () => /[+-]?[0-9]+(\.[0-9]+)?/,
    _plain: ($) => choice($.word, $.string),
    word: () => pattern('[^~,"“”„‟«»]+'),
    string: () => token(choice(/"([^"\\\n]|\\[^\n])*"/, /[“„‟”«»][^“”‟«»"\n]*[“”‟«»"]/, /"[^“”‟«»"\n]*[“”‟«»]/)),
  },
});
