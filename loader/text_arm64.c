/*
 * arm64 text from its streams: docs/packed-format.md, "arm64 text". An opcode names a pattern, which is an instruction
 * without some of its registers and without its operand. The registers follow the opcode; the operand is in a stream of
 * its kind.
 */
#include "loader.h"

enum {
  PATTERNS,
  OPCODES,
  WORDS,
  CALLS,
  FAR_CALLS,
  JUMPS,
  BRANCHES,
  ENTRY_BRANCHES,
  TESTED_BITS,
  PAGES,
  ADDRESSES,
  ACCESSES,
  STORED_SLOTS,
  LOADED_SLOTS,
  NUMBERS /* the first of those that hold numbers */
};

enum operand {
  NONE,
  CALL,
  FAR_CALL,
  JUMP,
  RESTART,
  BRANCH,
  ENTRY_BRANCH,
  TEST_BRANCH,
  PAGE,
  SAME_ADDRESS,
  ADDRESS,
  ACCESS,
  STORED_SLOT,
  LOADED_SLOT,
  LEAVE,
  POP,
  PADDING,
  NUMBER /* and more, one for each stream of numbers */
};
#define KNOWN 0x80

#define FIELDS 11
#define OPERANDS (NUMBER + FIELDS)

/* Where the operand goes in the instruction, and how many bits it has. */
static const u8 field_shift[OPERANDS] = {0,  0,  0,  0,  0,  5,  5,  5,  0,  10, 10, 10, 10, 10,
                                         10, 12, 0,  10, 10, 10, 10, 10, 12, 12, 15, 15, 5,  10};
static const u8 field_bits[OPERANDS] = {0,  26, 26, 26, 26, 19, 19, 14, 0, 12, 12, 12, 12, 12,
                                        12, 9,  0,  12, 12, 12, 12, 12, 9, 9, 7,  7,  16, 12};

/* The streams of numbers that are no plain varints. */
enum { STACK_UNSCALED = 5, UNSCALED = 6, MOVE = 9, BITS = 10 };

#define SHORT_OPCODES 238
#define ESCAPE 255
#define MOST_PATTERNS (SHORT_OPCODES + (ESCAPE - SHORT_OPCODES) * 256)

struct pattern {
  u32 word;
  u32 value;     /* of an operand that is KNOWN */
  u32 masks;     /* of the bytes behind the opcode that are registers */
  u8 shifts[4];  /* where these go */
  u8 registers;  /* how many they are */
  u8 operand;
};

#define TARGETS 4
#define COLD 8
#define SLOTS 16

/* What is forgotten where a function begins. */
struct recent {
  u32 frame;            /* by how much the stack grew last */
  u32 last_slot;
  u32 entry_target;     /* of the first B.LS: the call of runtime.morestack. 0 before it */
  u32 cold;             /* a block at the end of the function, of which the next ones come before it */
  u32 targets[TARGETS]; /* of jumps, the last one first */
  u32 slots[SLOTS];     /* offsets on the stack that were written or read, the last one first */
};

struct state {
  struct stream *streams;
  const struct text *text;
  u32 words;
  u32 at;        /* the word that is being written */
  u32 begin;     /* of the function, in words */
  u32 end;
  u32 function;  /* the one that begins next */
  struct recent recent;
  int broken;
};

static u32 big_endian(struct state *state, int stream, u32 count) {
  struct stream *from = &state->streams[stream];
  if ((u64)(from->end - from->at) < count) {
    state->broken = 1;
    return 0;
  }
  u32 value = 0;
  while (count--) value = value << 8 | *from->at++;
  return value;
}

static u32 number(struct state *state, int stream) { return varint(&state->streams[stream], &state->broken); }

static void to_front(u32 *list, u32 index, u32 value) {
  for (; index; index--) list[index] = list[index - 1];
  list[0] = value;
}

/* Where a jump goes, in words. */
static u32 target(struct state *state, int stream) {
  u32 value = number(state, stream), index = TARGETS - 1, to;
  if (value < TARGETS) to = state->recent.targets[index = value];
  else if (value < TARGETS + COLD) to = state->recent.cold -= value - (TARGETS - 1);
  else to = state->at + (u32)unzigzag(value - (TARGETS + COLD));
  to_front(state->recent.targets, index, to);
  return to;
}

static u32 new_slot(struct state *state, u32 scale, u32 distance) {
  u32 field = ((state->recent.last_slot >> scale) + (u32)unzigzag(distance)) & 4095;
  state->recent.last_slot = field << scale;
  return state->recent.last_slot;
}

static u32 stored_slot(struct state *state, u32 scale) {
  u32 slot = new_slot(state, scale, number(state, STORED_SLOTS));
  u32 index = 0;
  while (index < SLOTS - 1 && state->recent.slots[index] != slot) index++;
  to_front(state->recent.slots, index, slot);
  return slot;
}

static u32 loaded_slot(struct state *state, u32 scale) {
  u32 value = number(state, LOADED_SLOTS);
  u32 known = value < SLOTS;
  u32 slot = known ? state->recent.slots[value] : new_slot(state, scale, value - SLOTS);
  to_front(state->recent.slots, known ? value : SLOTS - 1, slot);
  return slot;
}

static u32 numbered(struct state *state, u32 field) {
  int stream = (int)(NUMBERS + field);
  if (field < MOVE) {
    u32 value = number(state, stream);
    return field == STACK_UNSCALED || field == UNSCALED ? (u32)unzigzag(value) : value;
  }
  u32 value = big_endian(state, stream, 2);
  return field == BITS ? (value >> 8 & 63) << 6 | (value & 63) : value;
}

static u32 page_field(const struct state *state, u32 page) {
  u32 distance = page - (u32)((state->text->address + 4ull * state->at) >> 12);
  return (distance & 3) << 29 | (distance >> 2 & 0x7ffff) << 5;
}

static u32 access_scale(u32 word) {
  if (!(word & 1u << 29)) return 0; /* an addition */
  return (word >> 30) + ((word & 0x4800000) == 0x4800000 ? 4 : 0);
}

static u32 call(struct state *state, const struct pattern *pattern) {
  u32 number = pattern->operand & KNOWN ? pattern->value : big_endian(state, CALLS, 3);
  if (number < state->text->functions) return state->text->starts[number] >> 2;
  state->broken = 1;
  return 0;
}

/* Does the instruction at `at`, which is word number `index` of the text, change sp by a number that it shows? */
static int moves_stack(const u8 *at, u32 index) {
  u32 word = u32_at(at);
  if ((word & 0xbf8003ff) == 0x910003ff) return 1; /* add or sub sp, sp, #n */
  if ((word & 0x3b2007e0) == 0x380007e0) return 1; /* ldr or str [sp, #n]! or [sp], #n */
  if ((word & 0x3a8003e0) == 0x288003e0) return 1; /* ldp or stp, as these */
  /* mov sp, xN, two instructions behind sub xN, sp, #n */
  if ((word & 0xfffffc1f) != 0x9100001f || index < 2) return 0;
  return (u32_at(at - 8) & 0xff8003ff) == (0xd10003e0 | (word >> 5 & 31));
}

i32 stack_effect_arm64(const u8 *at) {
  u32 word = u32_at(at);
  if ((word & 0x3b200000) == 0x38000000) return -((i32)(word << 11) >> 23);
  if ((word & 0x3a000000) == 0x28000000) {
    u32 scale = word & 1u << 26 ? 2 + (word >> 30) : 2 + (word >> 31);
    return -((i32)(word << 10) >> 25) * (1 << scale);
  }
  if ((word & 0x3ff) != 0x3ff) word = u32_at(at - 8); /* mov sp, xN */
  i32 number = (i32)((word >> 10 & 4095) << (word & 1u << 22 ? 12 : 0));
  return word & 1u << 30 ? number : -number;
}

/* Writes the next word, and its marks. */
static void write_word(struct state *state, u32 word) {
  u32 unit = state->at;
  u8 *at = state->text->at + 4ull * unit;
  __builtin_memcpy(at, &word, 4);
  u8 marks = MARK_INSTRUCTION;
  if (word >> 26 == 0x25 || (word & 0xfffffc1f) == 0xd63f0000) marks |= MARK_CALL;
  else if ((word & 0xfffffc1f) == 0xd65f0000) marks |= MARK_RET;
  else if (moves_stack(at, state->at)) {
    marks |= MARK_STACK;
    i32 effect = stack_effect_arm64(at);
    if (effect > 0) state->recent.frame = state->recent.last_slot = (u32)effect;
  }
  if ((word & 0xff00001f) == 0x54000009 && !state->recent.entry_target)
    state->recent.entry_target = state->recent.cold = state->at + (u32)((i32)(word << 8) >> 13);
  state->at++;
  if (state->at == state->recent.entry_target && state->at <= state->end) marks |= MARK_RET;
  set_marks(state->text->marks, unit, marks);
}

/* ADRP and the instruction that completes its address. Writes the first, returns the operand of the second. */
static u32 address_pair(struct state *state, const struct pattern *pattern, u32 kind, u32 *word) {
  u32 address = pattern->value;
  if (!(pattern->operand & KNOWN)) address = big_endian(state, kind == ACCESS ? ACCESSES : ADDRESSES, 4);
  if (state->words - state->at < 2) {
    state->broken = 1;
    return 0;
  }
  u32 base = *word >> 5 & 31;
  if (kind == SAME_ADDRESS) *word |= base;
  write_word(state, 0x90000000 | base | page_field(state, address >> 12));
  return (address & 4095) >> access_scale(*word);
}

/* Writes the word to the end of the function, but for the last one. */
static void pad(struct state *state, u32 word) {
  while (state->at + 1 < state->end && state->at + 1 < state->words) write_word(state, word);
}

/* The word with its operand, of a pattern that has one. */
static u32 with_operand(struct state *state, const struct pattern *pattern, u32 word) {
  u32 kind = pattern->operand & ~KNOWN & 255;
  u32 scale = word >> 30;
  u32 value = 0;
  if (kind >= NUMBER) value = numbered(state, kind - NUMBER);
  else if (kind == LOADED_SLOT) value = loaded_slot(state, scale) >> scale;
  else if (kind == STORED_SLOT) value = stored_slot(state, scale) >> scale;
  else if (kind == PADDING) pad(state, word);
  else if (kind >= LEAVE) value = state->recent.frame; /* or POP */
  else if (kind >= SAME_ADDRESS) value = address_pair(state, pattern, kind, &word);
  else if (kind == PAGE) word |= page_field(state, big_endian(state, PAGES, 3));
  else {
    if (kind == BRANCH) value = target(state, BRANCHES);
    else if (kind == CALL) value = call(state, pattern);
    else if (kind == JUMP) value = target(state, JUMPS);
    else if (kind == RESTART) value = state->begin;
    else if (kind == ENTRY_BRANCH) value = state->end - (u32)unzigzag(number(state, ENTRY_BRANCHES));
    else if (kind == FAR_CALL) value = big_endian(state, FAR_CALLS, 4);
    else {
      u32 bit = big_endian(state, TESTED_BITS, 1);
      word |= (bit & 31) << 19 | (bit >> 5 & 1) << 31;
      value = target(state, BRANCHES);
    }
    value -= state->at;
  }
  return word | (value & ((1u << field_bits[kind]) - 1)) << field_shift[kind];
}

static void begin_functions(struct state *state) {
  const struct text *text = state->text;
  while (state->function < text->functions && text->starts[state->function] >> 2 <= state->at) {
    state->begin = text->starts[state->function++] >> 2;
    state->end = text->starts[state->function] >> 2;
  }
  state->recent = (struct recent){.cold = state->end};
}

static void set_registers(struct pattern *pattern, u32 fields) {
  static const u8 shifts[4] = {16, 5, 0, 10};
  for (u32 i = 0; i < 4; i++) {
    if (!(fields >> i & 1)) continue;
    pattern->masks |= 31u << 8 * pattern->registers;
    pattern->shifts[pattern->registers++] = shifts[i];
  }
}

/* Reads the patterns into `patterns`, which has room for MOST_PATTERNS. Returns how many there are. */
static u32 read_patterns(struct state *state, struct pattern *patterns) {
  u32 count = 0;
  struct stream *from = &state->streams[PATTERNS];
  for (; from->at < from->end && !state->broken; count++) {
    if (count == MOST_PATTERNS) state->broken = 1;
    else {
      struct pattern *pattern = &patterns[count];
      pattern->word = big_endian(state, PATTERNS, 4);
      set_registers(pattern, big_endian(state, PATTERNS, 1));
      pattern->operand = (u8)big_endian(state, PATTERNS, 1);
      if (pattern->operand & KNOWN) pattern->value = big_endian(state, PATTERNS, 4);
      if ((pattern->operand & ~KNOWN & 255) >= OPERANDS) state->broken = 1;
    }
  }
  return count;
}

/* Writes the words. Registers are read four bytes at a time, at the end into the slack behind the opcodes. */
static void write_words(struct state *state, const struct pattern *patterns, u32 count) {
  struct stream *opcodes = &state->streams[OPCODES];
  u32 next = state->text->functions ? state->text->starts[0] >> 2 : ~0u;
  while (state->at < state->words && !state->broken) {
    if (state->at >= next) {
      begin_functions(state);
      next = state->function < state->text->functions ? state->text->starts[state->function] >> 2 : ~0u;
    }
    if (opcodes->at >= opcodes->end) break;
    u32 word, opcode = *opcodes->at++;
    if (opcode == ESCAPE) word = __builtin_bswap32(big_endian(state, WORDS, 4));
    else {
      if (opcode >= SHORT_OPCODES) opcode = SHORT_OPCODES + (opcode - SHORT_OPCODES) * 256 + *opcodes->at++;
      if (opcode >= count) break;
      const struct pattern *pattern = &patterns[opcode];
      u32 bytes = u32_at(opcodes->at) & pattern->masks;
      opcodes->at += pattern->registers;
      word = pattern->word | (bytes & 255) << pattern->shifts[0] | (bytes >> 8 & 255) << pattern->shifts[1] |
             (bytes >> 16 & 255) << pattern->shifts[2] | (bytes >> 24) << pattern->shifts[3];
      if (pattern->operand & ~KNOWN) word = with_operand(state, pattern, word);
    }
    write_word(state, word);
  }
  if (state->at < state->words || opcodes->at > opcodes->end) state->broken = 1;
}

int text_arm64(struct text *text, struct stream *streams, struct arena *arena) {
  if (text->size >> 32) return BAD_STREAM;
  struct pattern *patterns = take(arena, MOST_PATTERNS * sizeof *patterns);
  if (!patterns) return NO_MEMORY;
  struct state state = {.streams = streams, .text = text, .words = (u32)(text->size / 4)};
  u32 count = read_patterns(&state, patterns);
  write_words(&state, patterns, count);
  for (u64 at = 4ull * state.words; at < text->size; at++) text->at[at] = (u8)big_endian(&state, WORDS, 1);
  return state.broken ? BAD_STREAM : OK;
}
