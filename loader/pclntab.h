/* What the two halves of the pclntab decoder share. docs/packed-format.md has the streams. */
#ifndef PCLNTAB_H
#define PCLNTAB_H

#include "loader.h"

enum { TABLE_KINDS = 8, LINE_CLASSES = 6, DATA_KINDS = 8 };

enum column {
  LAYOUT,
  SHAPES,
  NAMES,
  ARGS,
  DEFER_RETURNS,
  UNITS,
  LINES,
  FLAGS,
  REFERENCES,
  RAW,
  NODE_COUNTS,
  NODE_IDS,
  NODE_NAMES,
  NODE_LINES,
  NODE_PCS,
  REST,
  INLINED_LINE_PCS,
  PCS,
  VALUES = PCS + TABLE_KINDS,
  LINE_VALUES = VALUES + TABLE_KINDS,
  DATA = LINE_VALUES + LINE_CLASSES,
  STEPS = DATA + DATA_KINDS,
  COLUMNS = STEPS + DATA_KINDS
};

/* The tables of a record in the order of its fields. */
enum table {
  TABLE_STACK,
  TABLE_FILE,
  TABLE_LINE,
  TABLE_UNSAFE,
  TABLE_STACK_MAP,
  TABLE_INLINED,
  TABLE_ARG_LIVE,
  TABLE_PANIC_BOUNDS,
  FIXED_TABLES = 3
};

/* The numbers of the first stream, in their order: src/pack/bantam/pclntab/layout.ts. Distances are from the start of
   the part. */
struct layout {
  u32 pointer_size;
  u32 base;
  u32 padding;
  u32 pc_values;
  u32 records;
  u32 instructions;
  u32 tables;
  u32 names_distance, names_size, names_count;
  u32 units_distance, units_count;
  u32 data_where, data_distance, data_size, data_nodes, data_width;
  u32 index_at, index_size;
};

enum { DATA_UNKNOWN, DATA_IN_PART, DATA_IN_MEMORY };

/* A function (the first of its contexts), or a call that was inlined into it. */
struct context {
  u32 name;  /* its number */
  i32 line;  /* the last one, at first where the function starts */
  i32 file;  /* the last one; -1 before the first */
  int seen;  /* by pcln */
};

/* A file of a unit that was searched for before. */
struct found_file {
  u32 unit;
  u32 place; /* 0: nothing is here */
  i32 file;
};
enum { FOUND_FILES = 1024 };

/* Everything that is known while a part is decoded. */
struct pclntab {
  u8 *out;
  u64 size;
  u64 address;
  const struct text *text;
  u32 shift; /* 1 << shift is the quantum */
  i32 (*stack_effect)(const u8 *);
  struct stream *columns;
  const struct memory *memory;
  struct layout layout;
  int broken; /* a stream has what it cannot have */

  /* Names by their number: where they begin, the line (plus 1) and the file (its place, plus 1) that are known; 0: none. */
  const u8 *names;
  u32 *name_offsets, *name_lines, *name_files;
  u32 next_name;
  const u8 *units; /* cutab */
  u32 last_data[3]; /* the last funcdata of each group */
  struct found_file *found_files;

  i32 line; /* of the function before */
  /* The function: its unit, where its instructions begin, and at their count its end; those behind instructions that
     move the stack pointer or return; calls. */
  u32 unit;
  u32 *at, count;
  u32 *after_stack, after_stack_count;
  u32 *calls, call_count;
  struct context *contexts;
  u32 context_count;
  u32 *firsts; /* the first instruction of each node, plus 1; 0: none */
  /* Which node each range of instructions belongs to. */
  u32 *inlined_ends;
  i32 *inlined_values;
  u32 inlined_count;

  /* pctab: where the next table goes; the tables so far by their bytes; the bytes of one. */
  u32 next_table;
  u32 *known, known_mask, known_count;
  u8 *bytes, *inlined_bytes;

  u8 *covered; /* which 4 bytes of the funcdata in the part are in a tree */
};

enum { SHAPE_USUAL, SHAPE_RAW, SHAPE_END };
enum { REFERENCE_NONE, REFERENCE_CODED, REFERENCE_AGAIN, REFERENCE_BACK };

/* Room behind the arrays of instructions, which are filled 16 units of text at a time. */
enum { INSTRUCTION_SLACK = 66, TABLE_SLACK = 16 };

/* Finds the instructions of text from `start` to `end`. Sets `broken` where there are more than the layout says. */
void read_instructions(struct pclntab *p, u32 start, u32 end);

/*
 * Decodes one table of the function into `bytes`. That of inlined calls also into `inlined_ends` and `inlined_values`.
 * Returns how many bytes it has, 0 where it is broken.
 */
u32 read_table(struct pclntab *p, u32 kind, u8 *bytes);

/* Appends a table, if it is new. Returns where it is, 0 where there is no room. */
u32 settle_table(struct pclntab *p, const u8 *bytes, u32 size, u32 reference);

/* Copies the next table as it is. Returns where it is, 0 where it is broken. */
u32 copy_raw_table(struct pclntab *p);

u32 number(struct pclntab *p, u32 column);

static inline u32 byte_of(struct pclntab *p, u32 column) {
  struct stream *stream = p->columns + column;
  if (stream->at < stream->end) return *stream->at++;
  p->broken = 1;
  return 0;
}

static inline u32 big_endian(struct pclntab *p, u32 column, u32 bytes) {
  u32 value = 0;
  while (bytes--) value = value << 8 | byte_of(p, column);
  return value;
}

static inline u32 column_of(u32 first, u32 kinds, u32 kind) { return first + (kind < kinds ? kind : kinds - 1); }

#endif
