/*
 * The ends of lines, for both languages: what stands in the first column starts something new, what is indented belongs to it.
 *
 * A line's end is one of two tokens, told apart by the next line that says something (blank lines and comments say nothing):
 * LINE where that line is indented, END where it starts in the first column or the file ends. No depth counts, so no stack is kept.
 *
 * The only state is one byte: inside a run of comment lines it remembers what the run's first line end was, so that a long run
 * is looked through once and not once for each of its lines.
 */
#ifndef PACT_SCANNER_H_
#define PACT_SCANNER_H_

#include "tree_sitter/alloc.h"
#include "tree_sitter/parser.h"

enum TokenType { LINE, END };

enum Ahead { UNKNOWN, INDENTED, FIRST_COLUMN };

typedef struct {
  char ahead;
} Scanner;

static inline void *scanner_create(void) { return ts_calloc(1, sizeof(Scanner)); }

static inline void scanner_destroy(void *payload) { ts_free(payload); }

static inline unsigned scanner_serialize(void *payload, char *buffer) {
  buffer[0] = payload ? ((Scanner *)payload)->ahead : UNKNOWN;
  return 1;
}

static inline void scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  if (payload) ((Scanner *)payload)->ahead = length ? buffer[0] : UNKNOWN;
}

/* A blank within a line. */
static inline bool is_blank(int32_t character) {
  return character == ' ' || character == '\t' || character == '\r' || character == '\v' || character == '\f' || character == 0xA0 ||
         character == 0x1680 || (character >= 0x2000 && character <= 0x200A) || character == 0x202F || character == 0x205F ||
         character == 0x3000;
}

/* Whether the line that says something next is indented; the lexer stands at the start of a line or of its comment. */
static inline enum Ahead look_ahead(TSLexer *lexer) {
  bool indented = false;
  while (!lexer->eof(lexer)) {
    if (lexer->lookahead == '\n') {
      indented = false;
      lexer->advance(lexer, false);
    } else if (is_blank(lexer->lookahead)) {
      indented = true;
      lexer->advance(lexer, false);
    } else if (lexer->lookahead == '#') {
      while (!lexer->eof(lexer) && lexer->lookahead != '\n') lexer->advance(lexer, false);
    } else {
      return indented ? INDENTED : FIRST_COLUMN;
    }
  }
  return FIRST_COLUMN;
}

static inline bool scanner_scan(void *payload, TSLexer *lexer, const bool *valid_symbols) {
  if (!valid_symbols[LINE] && !valid_symbols[END]) return false;
  bool first_column = is_blank(lexer->lookahead) && lexer->get_column(lexer) == 0;
  while (is_blank(lexer->lookahead)) lexer->advance(lexer, true);
  if (lexer->eof(lexer)) return false;
  if (lexer->lookahead != '\n') {
    /* Only at the very start of a file does a token start before an indent. */
    if (!first_column || lexer->lookahead == '#') return false;
    lexer->mark_end(lexer);
    lexer->result_symbol = LINE;
    return true;
  }
  bool indented = false;
  while (lexer->lookahead == '\n' || is_blank(lexer->lookahead)) {
    indented = lexer->lookahead != '\n';
    lexer->advance(lexer, false);
  }
  lexer->mark_end(lexer);
  char ahead = indented ? INDENTED : FIRST_COLUMN;
  char remembered = UNKNOWN;
  if (lexer->eof(lexer)) {
    ahead = FIRST_COLUMN;
  } else if (lexer->lookahead == '#') {
    char known = payload ? ((Scanner *)payload)->ahead : UNKNOWN;
    ahead = remembered = known != UNKNOWN ? known : (char)look_ahead(lexer);
  }
  if (payload) ((Scanner *)payload)->ahead = remembered;
  lexer->result_symbol = ahead == INDENTED ? LINE : END;
  return true;
}

#endif
