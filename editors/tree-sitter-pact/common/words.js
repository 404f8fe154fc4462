// What both grammars share: a word of the language, a list, the lines under a heading.

/** A word of the language in any case, under its own name in the tree: `caseless('May')` takes `may` as well. */
function caseless(word) {
  return alias(new RegExp(word, 'i'), word);
}

/** One of several words of the language. */
function anyOf(...words) {
  return choice(...words.map(caseless));
}

/** Words of the language in a row: `words('at most')`. */
function words(text) {
  const found = text.split(' ').map(caseless);
  return found.length > 1 ? seq(...found) : found[0];
}

/** Lines under a heading; a line that holds nothing but a comment says nothing. */
function under($, line) {
  return repeat(seq($._line, optional(line)));
}

// Blanks within a line, for a character class; `\\s` would leave out those that word processors set. A line's end is a token of its own.
const BLANKS = ' \\t\\r\\v\\f\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
const blank = new RegExp(`[${BLANKS}]`);

/** A pattern in which `~` in a character class stands for every blank and the line's end: `pattern('[^~,]+')`. */
function pattern(text) {
  return new RegExp(text.replaceAll('~', `\\n${BLANKS}`));
}

/** Headings (or entries) in a row, each in the first column of a line of its own. */
function lines($, one) {
  return seq(repeat($._end), optional(seq(one, repeat(seq(repeat1($._end), one)), repeat($._end))));
}

module.exports = { anyOf, blank, caseless, lines, pattern, under, words };
