/*
 * Decompresses one frame of RFC 8878; the numbers in comments are its sections. No dictionary, no checksum.
 *
 * Streams of bits are read backwards. What is left of one is a number of bits from its beginning, and window_at() gives
 * the bits before a position in the high bits of 64. That it may read up to 8 bytes before the beginning is safe: a
 * frame has at least 12 bytes before its first stream of bits (magic 4, header 2, block 3, literals 1, sequences 2). A
 * position below 0 is damage. Each loop looks for it before it reads more.
 */
#include "loader.h"

#define MAGIC 0xfd2fb528u
#define BLOCK_MAX (128 * 1024)
/* So many bytes may be written behind what a sequence makes, and read behind literals: copies are of 16 or 32 bytes. */
#define COPY_SLACK 32
#define TREE_LOG 11
/* Probabilities: at most one for each literal. */
#define SYMBOLS_MAX 256

/* Where the time goes: these cost 200 bytes more, and take a fifth less time. The rest is built for size. */
#define HOT __attribute__((optimize("O2")))

/* A state of an FSE table (4.1): the base of the value and of the next state, and how many bits are added to each. */
struct cell {
  u32 base;
  u16 next;
  u8 bits;
  u8 extra;
};

enum kind { LENGTHS, OFFSETS, MATCHES, WEIGHTS };
enum mode { PREDEFINED, RLE, COMPRESSED, REPEAT };

struct table {
  struct cell cells[512];
  u32 log;
};

struct decoder {
  u8 *start;     /* of the output */
  u8 *out;
  u8 *end;       /* of the output, exactly */
  u8 *limit;     /* of the block */
  u32 block_max;
  u32 offsets[3];
  u32 has_tables, has_tree;
  const u8 *literals;
  const u8 *literals_end;
  struct table tables[3];
  struct cell weight_cells[64];
  u16 tree[1 << TREE_LOG]; /* number of bits; the literal above them */
  u32 bases[3][64];        /* of the codes of lengths, offsets and matches (3.1.1.3.2.1.1) */
  u8 extras[3][64];
  short counts[SYMBOLS_MAX]; /* the probabilities that are being read (4.1.1) */
  u16 places[SYMBOLS_MAX];
  u8 weights[SYMBOLS_MAX];
  u8 buffer[BLOCK_MAX + COPY_SLACK];
};
_Static_assert(sizeof(struct decoder) + 16 <= ZSTD_SCRATCH, "ZSTD_SCRATCH is too small");

/* Of lengths, offsets and matches: how many codes, the base of the first one, and from which on they have more bits. */
static const u8 kind_symbols[] = {36, 32, 53};
static const u8 kind_bases[] = {0, 1, 3};
static const u8 kind_longs[] = {16, 0, 32};
static const u8 kind_max_logs[] = {9, 8, 9};

/* 3.1.1.3.2.1.1: how many bits more there are, for those codes of lengths and then of matches that have any. */
static const u8 long_extras[] = {1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
                                 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

/* 3.1.1.3.2.2 */
static const signed char default_lengths[] = {4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1,  1,  2,  2,
                                              2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1};
static const signed char default_offsets[] = {1, 1, 1, 1, 1, 1, 2, 2, 2, 1,  1,  1,  1,  1, 1,
                                              1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1};
static const signed char default_matches[] = {1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1,  1,  1,
                                              1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,  1,  1,
                                              1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1};

static inline u32 high_bit(u32 value) { return 31 - __builtin_clz(value); }

/* Bits */

/* In a stream of bits: how many there are before it. As wide as a pointer, which is fastest. */
typedef __PTRDIFF_TYPE__ position;

/* How many bits a stream has: it ends with a 1 and zeros up to the next byte. Below 0: it has not even those. */
static position bits_of(const u8 *begin, const u8 *end) {
  if (begin >= end || !end[-1]) return -1;
  return (end - begin) * 8 - 8 + (position)high_bit(end[-1]);
}

/* At least 57 bits, the next one highest. */
static inline u64 window_at(const u8 *begin, position bit) {
  return u64_at(begin + ((bit + 7) >> 3) - 8) << (-bit & 7);
}

/* The high `count` bits, from 0 to 63: one less than 63 - count is shifted by ~count. */
static inline u64 high_bits(u64 window, u32 count) { return window >> 1 >> (~count & 63); }

/* Copies */

typedef u64 eight __attribute__((aligned(1), may_alias));
typedef u64 sixteen __attribute__((vector_size(16), aligned(1), may_alias));

static inline void copy8(u8 *to, const u8 *from) { *(eight *)to = *(const eight *)from; }
static inline void copy16(u8 *to, const u8 *from) { *(sixteen *)to = *(const sixteen *)from; }

/* From less than 16 bytes before. Writes up to 8 bytes behind `stop`. */
static inline void copy_near(u8 *to, u32 offset, const u8 *stop) {
  if (offset < 8) {
    for (i32 i = 0; i < 8; i++) to[i] = to[i - (i32)offset];
    to += 8;
    /* What is there now repeats itself, also after the least multiple of the offset from 8 on. */
    offset = 8 + (0x64201000u >> offset * 4 & 15);
  }
  for (; to < stop; to += 8) copy8(to, to - offset);
}

/* Near the end of the output, where not a byte may be written behind `stop`. */
static void copy_exactly(u8 *to, const u8 *from, const u8 *stop) {
  for (; to - from >= 16 && stop - to >= 16; to += 16, from += 16) copy16(to, from);
  while (to < stop) *to++ = *from++;
}

/* FSE tables */

/* Reads probabilities (4.1.1) to `counts`. Returns where they end, or 0. */
static const u8 *read_counts(struct decoder *d, const u8 *at, const u8 *end, u32 max_log, u32 symbols, u32 *log) {
  if (at >= end) return 0;
  *log = (*at & 15) + 5;
  if (*log > max_log) return 0;
  i32 left = 1 << *log;
  u32 bit = 4, symbol = 0;
  for (u32 i = 0; i < symbols; i++) d->counts[i] = 0;
  while (left > 0) {
    if (symbol >= symbols || at + bit / 8 >= end) return 0;
    u32 bits = u32_at(at + bit / 8) >> bit % 8;
    u32 width = high_bit(left + 1) + 1;
    u32 half = 1u << (width - 1);
    /* So many of the values from 0 to left + 1 take one bit less. */
    u32 shorter = 2 * half - 2 - left;
    u32 value = bits & (half - 1);
    bit += width;
    if (value < shorter) {
      bit--;
    } else {
      value = bits & (2 * half - 1);
      if (value >= half) value -= shorter;
    }
    i32 count = (i32)value - 1;
    d->counts[symbol++] = (short)count;
    left -= count < 0 ? 1 : count;
    if (count) continue;
    for (u32 repeat = 3; repeat == 3; bit += 2) {
      if (symbol >= symbols || at + bit / 8 >= end) return 0;
      repeat = u32_at(at + bit / 8) >> bit % 8 & 3;
      symbol += repeat;
    }
  }
  at += (bit + 7) / 8;
  return at <= end ? at : 0;
}

/* Makes the table of `counts` (4.1.1, "From normalized distribution to decoding tables"). */
static void build_table(struct decoder *d, struct cell *cells, enum kind kind, u32 symbols, u32 log) {
  u32 size = 1u << log, place = 0;
  i32 last = (i32)size - 1;
  for (u32 symbol = 0; symbol < symbols; symbol++) {
    i32 count = d->counts[symbol];
    if (count < 0) cells[last--].base = symbol;
    d->places[symbol] = (u16)(count < 0 ? 1 : count);
  }
  for (u32 symbol = 0; symbol < symbols; symbol++) {
    for (i32 i = 0; i < d->counts[symbol]; i++) {
      cells[place].base = symbol;
      do place = (place + (size >> 1) + (size >> 3) + 3) & (size - 1);
      while ((i32)place > last);
    }
  }
  for (u32 i = 0; i < size; i++) {
    struct cell *cell = cells + i;
    u32 symbol = cell->base;
    u32 rank = d->places[symbol]++;
    u32 bits = log - high_bit(rank);
    cell->bits = (u8)bits;
    cell->next = (u16)((rank << bits) - size);
    cell->extra = 0;
    if (kind == WEIGHTS) continue;
    cell->base = d->bases[kind][symbol];
    cell->extra = d->extras[kind][symbol];
  }
}

/* 3.1.1.3.2.1.1: every code's base is behind what the one before can say. */
static void describe_codes(struct decoder *d) {
  const u8 *extras = long_extras;
  for (u32 kind = LENGTHS; kind <= MATCHES; kind++) {
    u32 base = kind_bases[kind];
    for (u32 code = 0; code < kind_symbols[kind]; code++) {
      u32 extra = kind == OFFSETS ? code : code < kind_longs[kind] ? 0 : *extras++;
      d->bases[kind][code] = base;
      d->extras[kind][code] = (u8)extra;
      base += 1u << extra;
    }
  }
}

/* Makes the table of lengths, offsets or matches as the block says. Returns where what it says of it ends, or 0. */
static const u8 *read_table(struct decoder *d, enum kind kind, enum mode mode, const u8 *at, const u8 *end) {
  struct table *table = d->tables + kind;
  u32 symbols = kind_symbols[kind];
  u32 log = kind == OFFSETS ? 5 : 6;
  if (mode == REPEAT) return d->has_tables ? at : 0;
  if (mode == RLE) {
    if (at >= end || *at >= symbols) return 0;
    table->cells[0] = (struct cell){d->bases[kind][*at], 0, 0, d->extras[kind][*at]};
    table->log = 0;
    return at + 1;
  }
  if (mode == PREDEFINED) {
    const signed char *counts = kind == LENGTHS ? default_lengths : kind == OFFSETS ? default_offsets : default_matches;
    if (kind == OFFSETS) symbols = sizeof default_offsets;
    for (u32 i = 0; i < symbols; i++) d->counts[i] = counts[i];
  } else {
    at = read_counts(d, at, end, kind_max_logs[kind], symbols, &log);
    if (!at) return 0;
  }
  build_table(d, table->cells, kind, symbols, log);
  table->log = log;
  return at;
}

/* Literals */

/* 4.2.1.2: two states that take turns, until the bits are used up. Returns the number of weights, or 0. */
static u32 read_compressed_weights(struct decoder *d, const u8 *at, const u8 *end) {
  u32 log;
  at = read_counts(d, at, end, 6, SYMBOLS_MAX, &log);
  if (!at) return 0;
  struct cell *cells = d->weight_cells;
  build_table(d, cells, WEIGHTS, SYMBOLS_MAX, log);
  position bit = bits_of(at, end);
  if (bit < (position)log * 2) return 0;
  u32 state = (u32)high_bits(window_at(at, bit), log);
  u32 other = (u32)high_bits(window_at(at, bit - (position)log), log);
  bit -= (position)log * 2;
  for (u32 count = 0; count < SYMBOLS_MAX - 2;) {
    const struct cell *cell = cells + state;
    d->weights[count++] = (u8)cell->base;
    if (cell->bits > bit) {
      d->weights[count++] = (u8)cells[other].base;
      return count;
    }
    state = other;
    other = cell->next + (u32)high_bits(window_at(at, bit), cell->bits);
    bit -= cell->bits;
  }
  return 0;
}

/* 4.2.1.3: each code fills all entries that begin with it. The weight of the last literal is what is missing. */
static int build_tree(struct decoder *d, u32 count) {
  u32 ranks[TREE_LOG + 2] = {0};
  u32 sum = 0;
  for (u32 i = 0; i < count; i++) {
    u32 weight = d->weights[i];
    if (weight > TREE_LOG) return BAD_FRAME;
    ranks[weight]++;
    sum += 1u << weight >> 1;
  }
  if (!sum || sum >> TREE_LOG) return BAD_FRAME;
  u32 log = high_bit(sum) + 1;
  u32 missing = (1u << log) - sum;
  if (missing & (missing - 1)) return BAD_FRAME;
  u32 last = high_bit(missing) + 1;
  d->weights[count++] = (u8)last;
  ranks[last]++;
  if (!ranks[1]) return BAD_FRAME;
  u32 place = 0;
  for (u32 weight = 1; weight <= log; weight++) {
    u32 next = place + (ranks[weight] << (weight - 1 + TREE_LOG - log));
    ranks[weight] = place;
    place = next;
  }
  for (u32 literal = 0; literal < count; literal++) {
    u32 weight = d->weights[literal];
    if (!weight) continue;
    u16 entry = (u16)(literal << 8 | (log + 1 - weight));
    u32 size = 1u << (weight - 1 + TREE_LOG - log);
    u16 *at = d->tree + ranks[weight];
    ranks[weight] += size;
    for (u32 i = 0; i < size; i++) at[i] = entry;
  }
  d->has_tree = 1;
  return OK;
}

/* Returns where the tree ends, or 0. */
static const u8 *read_tree(struct decoder *d, const u8 *at, const u8 *end) {
  if (at >= end) return 0;
  u32 count = *at++;
  u32 size = count < 128 ? count : (count - 126) / 2;
  if (size > (u64)(end - at)) return 0;
  if (count < 128) {
    count = read_compressed_weights(d, at, at + size);
  } else {
    count -= 127;
    for (u32 i = 0; i < count; i++) d->weights[i] = i % 2 ? at[i / 2] & 15 : at[i / 2] >> 4;
  }
  return count && build_tree(d, count) == OK ? at + size : 0;
}

/* One stream of literals from `bit` on: it must end where the output does. */
static HOT int read_literals(const u16 *tree, const u8 *begin, position bit, u8 *out, u8 *end) {
  while (out < end) {
    if (bit < 0) return BAD_FRAME;
    u64 window = window_at(begin, bit);
    for (u32 i = 0; i < 5 && out < end; i++) {
      u32 entry = tree[window >> (64 - TREE_LOG)];
      window <<= entry & 63;
      bit -= (position)(entry & 63);
      *out++ = (u8)(entry >> 8);
    }
  }
  return bit == 0 ? OK : BAD_FRAME;
}

/* One of 4 streams of literals. The lowest 1 in `bits` marks where those end that were read from `at`. */
struct lane {
  u64 bits;
  const u8 *at;
};

static inline u64 least(u64 a, u64 b) { return a < b ? a : b; }

static inline void refill(struct lane *lane) {
  u32 used = (u32)__builtin_ctzll(lane->bits);
  lane->at -= used >> 3;
  lane->bits = (u64_at(lane->at) | 1) << (used & 7);
}

static inline void read_literal(struct lane *lane, const u16 *tree, u8 *out) {
  u32 entry = tree[lane->bits >> (64 - TREE_LOG)];
  lane->bits <<= entry & 63;
  *out = (u8)(entry >> 8);
}

/* 5 literals of each stream in a round, which are at most 55 bits. The streams do not wait for each other. */
static HOT void read_rounds(struct lane *lanes, const u16 *tree, u8 *out, u64 part, u64 rounds) {
  struct lane a = lanes[0], b = lanes[1], c = lanes[2], d = lanes[3];
  for (; rounds; rounds--) {
    for (u32 i = 0; i < 5; i++, out++) {
      read_literal(&a, tree, out);
      read_literal(&b, tree, out + part);
      read_literal(&c, tree, out + part * 2);
      read_literal(&d, tree, out + part * 3);
    }
    refill(&a);
    refill(&b);
    refill(&c);
    refill(&d);
  }
  lanes[0] = a;
  lanes[1] = b;
  lanes[2] = c;
  lanes[3] = d;
}

/* 4 streams of literals (3.1.1.3.1.6). */
static int read_four(struct decoder *d, const u8 *at, const u8 *end, u32 size) {
  struct lane lanes[4];
  const u8 *begins[4];
  u64 part = (size + 3) / 4;
  if (end - at < 10 || part * 3 > size) return BAD_FRAME;
  const u8 *begin = at + 6;
  for (u32 i = 0; i < 4; i++, at += 2) {
    const u8 *stop = i < 3 ? begin + (at[0] | at[1] << 8) : end;
    if (stop > end || bits_of(begin, stop) < 0) return BAD_FRAME;
    u64 bits = u64_at(stop - 8);
    lanes[i].bits = (bits | 1) << (__builtin_clzll(bits) + 1);
    lanes[i].at = stop - 8;
    begins[i] = begin;
    begin = stop;
  }
  u8 *out = d->buffer;
  u8 *stop = out + (size - part * 3);
  for (;;) {
    u64 rounds = (u32)(stop - out) / 5;
    for (u32 i = 0; i < 4; i++) {
      /* A round reads at most 8 bytes. */
      i64 left = lanes[i].at - begins[i];
      rounds = left < 0 ? 0 : least(rounds, (u64)left / 8);
    }
    if (!rounds) break;
    read_rounds(lanes, d->tree, out, part, rounds);
    out += rounds * 5;
  }
  int fault = OK;
  for (u32 i = 0; i < 4; i++) {
    position left = (lanes[i].at - begins[i]) * 8 + 64 - __builtin_ctzll(lanes[i].bits);
    u8 *part_end = d->buffer + least(part * (i + 1), size);
    fault |= read_literals(d->tree, begins[i], left, out + part * i, part_end);
  }
  return fault;
}

static const u8 *read_compressed_literals(struct decoder *d, const u8 *at, const u8 *end, u32 has_tree) {
  u32 format = *at >> 2 & 3;
  u32 header = format < 2 ? 3 : format + 2;
  u32 width = format < 2 ? 10 : format * 4 + 6;
  if ((u64)(end - at) < header) return 0;
  u64 sizes = u64_at(at) >> 4;
  u32 size = (u32)(sizes & ((1u << width) - 1));
  u32 compressed = (u32)(sizes >> width & ((1u << width) - 1));
  at += header;
  if (size > d->block_max || compressed > (u64)(end - at)) return 0;
  end = at + compressed;
  if (has_tree) {
    at = read_tree(d, at, end);
    if (!at) return 0;
  } else if (!d->has_tree) {
    return 0;
  }
  d->literals = d->buffer;
  d->literals_end = d->buffer + size;
  int fault = format ? read_four(d, at, end, size)
                     : read_literals(d->tree, at, bits_of(at, end), d->buffer, d->buffer + size);
  return fault ? 0 : end;
}

/* 3.1.1.3.1. Returns where they end, or 0. COPY_SLACK bytes can be read behind the literals. */
static const u8 *read_any_literals(struct decoder *d, const u8 *at, const u8 *end) {
  if (at >= end) return 0;
  u32 type = *at & 3;
  u32 format = *at >> 2 & 3;
  if (type >= 2) return read_compressed_literals(d, at, end, type == 2);
  u32 header = format == 3 ? 3 : format == 1 ? 2 : 1;
  u32 stored = type == 1;
  u32 size = (u32_at(at) & 0xffffff >> (24 - header * 8)) >> (format & 1 ? 4 : 3);
  if ((u64)(end - at) < header) return 0;
  at += header;
  if (!stored) stored = size;
  if (size > d->block_max || stored > (u64)(end - at)) return 0;
  d->literals = at;
  if (type == 1) {
    __builtin_memset(d->buffer, *at, size);
    d->literals = d->buffer;
  }
  d->literals_end = d->literals + size;
  return at + stored;
}

/* Sequences */

/* Near the end of the output: the copies of a sequence, exactly. */
static NOINLINE void execute_exactly(u8 *out, const u8 *literals, u64 length, u64 offset, u64 match) {
  copy_exactly(out, literals, out + length);
  out += length;
  copy_exactly(out, out - offset, out + match);
}

/* 3.1.1.3.2, 3.1.1.4 and 3.1.1.5: decodes `count` sequences, at least one, and executes each at once. */
static HOT int execute(struct decoder *d, const u8 *begin, const u8 *end, u32 count) {
  const struct cell *lengths = d->tables[LENGTHS].cells, *length_cell = lengths;
  const struct cell *offsets = d->tables[OFFSETS].cells, *offset_cell = offsets;
  const struct cell *matches = d->tables[MATCHES].cells, *match_cell = matches;
  u32 recent0 = d->offsets[0], recent1 = d->offsets[1], recent2 = d->offsets[2];
  const u8 *literals = d->literals;
  const u8 *literals_end = d->literals_end;
  u8 *out = d->out;
  u8 *limit = d->limit;
  /* As long as this is not reached, copies may write too much. */
  u8 *fast = d->end - out < COPY_SLACK ? out : d->end - COPY_SLACK;
  if (fast > limit) fast = limit;
  position bit = bits_of(begin, end);
  if (bit < 0) return BAD_FRAME;
  u64 window = window_at(begin, bit);
#define NEXT(cell, cells, base, width) \
  do { \
    u32 count = (width); \
    cell = (cells) + (base) + high_bits(window, count); \
    window <<= count; \
    bit -= (position)count; \
  } while (0)
  NEXT(length_cell, lengths, 0, d->tables[LENGTHS].log);
  NEXT(offset_cell, offsets, 0, d->tables[OFFSETS].log);
  NEXT(match_cell, matches, 0, d->tables[MATCHES].log);
  for (;;) {
    if (bit < 0) return BAD_FRAME;
    u32 offset_bits = offset_cell->extra, match_bits = match_cell->extra, length_bits = length_cell->extra;
    window = window_at(begin, bit);
    u32 value = offset_cell->base + (u32)high_bits(window, offset_bits);
    window <<= offset_bits;
    u64 match = match_cell->base + high_bits(window, match_bits);
    window <<= match_bits;
    bit -= (position)(offset_bits + match_bits);
    /* 57 bits less the 26 that the states may take. */
    if (offset_bits + match_bits + length_bits > 31) {
      if (bit < 0) return BAD_FRAME;
      window = window_at(begin, bit);
    }
    u64 length = length_cell->base + high_bits(window, length_bits);
    window <<= length_bits;
    bit -= (position)length_bits;
    if (--count) {
      NEXT(length_cell, lengths, length_cell->next, length_cell->bits);
      NEXT(match_cell, matches, match_cell->next, match_cell->bits);
      NEXT(offset_cell, offsets, offset_cell->next, offset_cell->bits);
    }
    u32 offset = value - 3;
    if (value > 3) {
      recent2 = recent1;
      recent1 = recent0;
      recent0 = offset;
    } else {
      /* 3.1.1.5: without literals, 1 and 2 mean the second and the third, and 3 one less than the first. */
      u32 which = value - (length != 0);
      offset = recent0;
      if (which) {
        offset = which == 1 ? recent1 : which == 2 ? recent2 : recent0 - 1;
        if (which > 1) recent2 = recent1;
        recent1 = recent0;
        recent0 = offset;
      }
    }
    if (length > (u64)(literals_end - literals)) return BAD_FRAME;
    /* An offset of 0 wraps, and is too far too. */
    if ((u64)offset - 1 >= (u64)(out - d->start) + length) return BAD_FRAME;
    if ((i64)(length + match) > fast - out) {
      if (length + match > (u64)(limit - out)) return BAD_FRAME;
      execute_exactly(out, literals, length, offset, match);
    } else {
      copy16(out, literals);
      for (u64 i = 16; i < length; i += 16) copy16(out + i, literals + i);
      u8 *to = out + length;
      if (offset < 16) {
        copy_near(to, offset, to + match);
      } else {
        /* Most matches are shorter than 32 bytes, and a loop would be guessed wrong. */
        const u8 *from = to - offset;
        copy16(to, from);
        copy16(to + 16, from + 16);
        for (u64 i = 32; i < match; i += 16) copy16(to + i, from + i);
      }
    }
    literals += length;
    out += length + match;
    if (!count) break;
  }
  d->offsets[0] = recent0;
  d->offsets[1] = recent1;
  d->offsets[2] = recent2;
  d->literals = literals;
  d->out = out;
  return bit == 0 ? OK : BAD_FRAME;
}

/* Blocks */

static int read_sequences(struct decoder *d, const u8 *at, const u8 *end) {
  if (at >= end) return BAD_FRAME;
  u32 count = *at++;
  if (count == 255) {
    if (end - at < 2) return BAD_FRAME;
    count = 0x7f00 + at[0] + (at[1] << 8);
    at += 2;
  } else if (count >= 128) {
    if (at >= end) return BAD_FRAME;
    count = (count - 128) << 8 | *at++;
  }
  if (!count) return at == end ? OK : BAD_FRAME;
  if (at >= end || *at & 3) return BAD_FRAME;
  u32 modes = *at++;
  for (u32 kind = LENGTHS; kind <= MATCHES; kind++) {
    at = read_table(d, kind, modes >> (6 - kind * 2) & 3, at, end);
    if (!at) return BAD_FRAME;
  }
  d->has_tables = 1;
  return execute(d, at, end, count);
}

static int read_block(struct decoder *d, const u8 *at, const u8 *end) {
  at = read_any_literals(d, at, end);
  if (!at) return BAD_FRAME;
  int fault = read_sequences(d, at, end);
  if (fault) return fault;
  u64 rest = d->literals_end - d->literals;
  if (rest > (u64)(d->limit - d->out)) return BAD_FRAME;
  __builtin_memcpy(d->out, d->literals, rest);
  d->out += rest;
  return OK;
}

/* 3.1.1.2 */
static int read_blocks(struct decoder *d, const u8 *in, const u8 *end, u32 checksum) {
  for (u32 last = 0; !last;) {
    if (end - in < 3) return BAD_FRAME;
    u32 header = in[0] | in[1] << 8 | in[2] << 16;
    u32 type = header >> 1 & 3;
    u32 size = header >> 3;
    u32 stored = type == 1 ? 1 : size;
    u64 left = d->end - d->out;
    last = header & 1;
    in += 3;
    if (type == 3 || size > d->block_max || stored > (u64)(end - in)) return BAD_FRAME;
    if (type < 2) {
      if (size > left) return BAD_FRAME;
      if (type) __builtin_memset(d->out, *in, size);
      else __builtin_memcpy(d->out, in, size);
      d->out += size;
    } else {
      d->limit = d->out + least(left, d->block_max);
      int fault = read_block(d, in, in + size);
      if (fault) return fault;
    }
    in += stored;
  }
  return d->out == d->end && (u64)(end - in) == checksum ? OK : BAD_FRAME;
}

int zstd_frame(u8 *out, u64 size, const u8 *in, u64 length, struct arena *arena) {
  struct decoder *d = take(arena, sizeof *d);
  if (!d) return NO_MEMORY;
  const u8 *end = in + length;
  /* 3.1.1.1: at most 14 bytes of a header, which can be read even where the frame is shorter. */
  u32 flags = in[4];
  if (length < 6 || u32_at(in) != MAGIC || flags & 8) return BAD_FRAME;
  in += 5;
  u64 window = size;
  u32 is_single = flags >> 5 & 1;
  if (!is_single) {
    u64 base = 1ull << (10 + (*in >> 3));
    window = base + base / 8 * (*in++ & 7);
  }
  for (u32 bytes = (1u << (flags & 3)) >> 1; bytes; bytes--) {
    if (*in++) return BAD_FRAME;
  }
  u32 size_bytes = 1u << (flags >> 6);
  if (size_bytes == 1) size_bytes = is_single;
  if (size_bytes) {
    u64 content = u64_at(in) & ~0ull >> (64 - size_bytes * 8);
    if (size_bytes == 2) content += 256;
    if (content != size) return BAD_FRAME;
    in += size_bytes;
  }
  if (in > end) return BAD_FRAME;
  d->start = d->out = out;
  d->end = out + size;
  d->block_max = (u32)least(window, BLOCK_MAX);
  d->offsets[0] = 1;
  d->offsets[1] = 4;
  d->offsets[2] = 8;
  d->has_tables = d->has_tree = 0;
  describe_codes(d);
  return read_blocks(d, in, end, flags & 4);
}
