/* The tables of pctab: src/pack/bantam/pclntab/{table-pcs,table-values,decode-tables}.ts. */
#include "pclntab.h"

u32 number(struct pclntab *p, u32 column) { return varint(p->columns + column, &p->broken); }

/* Most numbers of tables have one byte. */
static inline __attribute__((always_inline)) u32 short_number(struct pclntab *p, u32 column) {
  struct stream *stream = p->columns + column;
  const u8 *at = stream->at;
  if (at >= stream->end || *at > 127) return number(p, column);
  stream->at = at + 1;
  return *at;
}

/* Units that share a word of marks, and the low bit of each one's marks. */
enum { GROUP = 16 };
static const u64 LOW_BITS = 0x1111111111111111;

static inline u32 lowest(u64 bits) { return (u32)__builtin_ctzll(bits) >> 2; }

/* How many units are in `bits`, which has no other than the low bits. */
static inline u32 count_of(u64 bits) {
  return (u32)(((bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0f) * 0x0101010101010101 >> 56);
}

/* Writes the numbers of those of the instructions in `of` that are in `bits` too, the first of which has the number `count`. */
static inline u32 *add_numbers(u32 *to, u64 bits, u64 of, u32 count) {
  for (bits &= of; bits; bits &= bits - 1) *to++ = count + count_of(of & ((bits & -bits) - 1));
  return to;
}

/* Writes where the instructions are. Mostly there are at most four: a loop for each would be guessed wrong. */
static inline void add_places(u32 *to, u64 bits, u32 unit, u32 shift) {
  while (bits) {
    for (u32 i = 0; i < 4; i++, bits &= bits - 1) *to++ = (unit + lowest(bits | 1ull << 63)) << shift;
  }
}

/* Marks are known of units only. */
static inline int is_unit(const struct pclntab *p, u32 offset) { return !(offset & ((1u << p->shift) - 1)); }

void read_instructions(struct pclntab *p, u32 start, u32 end) {
  u32 shift = p->shift, most = p->layout.instructions, count = 0;
  u32 first = start >> shift, units = (end - start + (1u << shift) - 1) >> shift;
  u32 *after_stack = p->after_stack, *calls = p->calls;
  for (u32 unit = first & ~1u; unit < first + units && count <= most; unit += GROUP) {
    u64 marks = is_unit(p, start) ? u64_at(p->text->marks + (unit >> 1)) : 0;
    u64 bits = marks & LOW_BITS;
    /* A function begins with an instruction, whatever its bytes are taken for. */
    if (unit <= first) bits = (bits & ~0ull << (first << 2 & 4)) | 1ull << (first << 2 & 4);
    u32 left = first + units - unit;
    if (left < GROUP) bits &= ~(~0ull << 4 * left);
    add_places(p->at + count, bits, unit, shift);
    after_stack = add_numbers(after_stack, marks >> 1 | marks >> 3, bits, count + 1);
    calls = add_numbers(calls, marks >> 2, bits, count);
    count += count_of(bits);
  }
  if (count > most) {
    p->broken = 1;
    count = 0;
  }
  if (count) p->at[0] = start;
  p->at[count] = end;
  p->count = count;
  p->after_stack_count = (u32)(after_stack - p->after_stack);
  p->call_count = (u32)(calls - p->calls);
}

static inline int has_stack_mark(const struct pclntab *p, u32 offset) {
  return is_unit(p, offset) && marks_of(p->text->marks, offset >> p->shift) & MARK_STACK;
}

/* Where one table's decoding has come to. */
struct walk {
  u32 from;      /* the instruction where the next value begins */
  i32 value;     /* the value before it */
  i32 highest;   /* so far */
  u32 candidate; /* the first that is not yet behind */
  u32 range;     /* that of `inlined` that has `from` */
  const struct context *context; /* of the line before */
};

struct candidates {
  const u32 *at;
  u32 count;
};

static inline struct candidates candidates_of(const struct pclntab *p, u32 kind) {
  if (kind == TABLE_STACK) return (struct candidates){p->after_stack, p->after_stack_count};
  if (kind == TABLE_FILE) return (struct candidates){p->inlined_ends, p->inlined_count};
  return (struct candidates){p->calls, p->call_count};
}

/* Where the value ends: 0 and an instruction, 1: with the function, from 2 on: how many candidates later. */
static inline u32 end_by_candidates(struct pclntab *p, struct walk *walk, u32 kind, u32 column) {
  u32 code = short_number(p, column);
  if (code == 1) return p->count;
  if (code == 0) return walk->from + short_number(p, column);
  struct candidates candidates = candidates_of(p, kind);
  while (walk->candidate < candidates.count && candidates.at[walk->candidate] <= walk->from) walk->candidate++;
  if (code - 2 >= candidates.count - walk->candidate) return 0;
  return candidates.at[walk->candidate + code - 2];
}

static inline u32 read_end(struct pclntab *p, struct walk *walk, u32 kind, u32 column) {
  if (kind == TABLE_STACK || kind == TABLE_FILE || kind == TABLE_STACK_MAP || kind == TABLE_PANIC_BOUNDS) {
    return end_by_candidates(p, walk, kind, column);
  }
  u32 code = short_number(p, column);
  if (code && kind == TABLE_UNSAFE) {
    /* The code that asks for more stack is behind the last return. */
    u32 last = p->after_stack_count ? p->after_stack[p->after_stack_count - 1] : 0;
    return code == 1 ? last : walk->from + code - 1;
  }
  if (code) return walk->from + code;
  return kind == TABLE_LINE ? p->inlined_ends[walk->range] : p->count;
}

static inline struct context *context_of(struct pclntab *p, const struct walk *walk) {
  u32 context = (u32)p->inlined_values[walk->range] + 1;
  return p->contexts + (context < p->context_count ? context : 0);
}

static inline i32 plus(i32 value, i32 difference) { return (i32)((u32)value + (u32)difference); }

/* How far a unit's files are searched for one. */
enum { SEARCHED = 1024 };

/* The number of the file that has this place (plus 1) in filetab. -1: the unit does not have it. */
static i32 find_file(struct pclntab *p, u32 place) {
  struct found_file *found = p->found_files + ((place * 0x9e3779b1u + p->unit) >> 22);
  if (found->place == place && found->unit == p->unit) return found->file;
  i32 file = -1;
  u32 left = p->unit < p->layout.units_count ? p->layout.units_count - p->unit : 0;
  for (u32 i = 0; i < left && i < SEARCHED; i++) {
    if (u32_at(p->units + 4 * (u64)(p->unit + i)) != place - 1) continue;
    file = (i32)i;
    break;
  }
  *found = (struct found_file){p->unit, place, file};
  return file;
}

static inline i32 read_file(struct pclntab *p, struct walk *walk, u32 code) {
  struct context *context = context_of(p, walk);
  u32 place = p->name_files[context->name];
  i32 file = plus(walk->value, unzigzag(code - 1));
  if (!code) file = context->file >= 0 || !place ? context->file : find_file(p, place);
  context->file = file;
  u64 entry = (u64)p->unit + (u32)file;
  p->name_files[context->name] = file >= 0 && entry < p->layout.units_count ? u32_at(p->units + 4 * entry) + 1 : 0;
  return file;
}

/* The stack by what the instruction before did; after a return, it is as high as it ever was. */
static inline i32 read_stack(struct pclntab *p, struct walk *walk, u32 code) {
  if (code > 1) return plus(walk->value, unzigzag(code - 2));
  if (code == 1) return walk->highest;
  if (!walk->from) return 0;
  u32 before = p->at[walk->from - 1];
  if (!has_stack_mark(p, before)) return walk->highest;
  return plus(walk->value, p->stack_effect(p->text->at + before));
}

/* A line by the last one of its context. Lines that are seen first, go on, or come back have streams of their own. */
static inline i32 read_line(struct pclntab *p, struct walk *walk, struct context *context) {
  u32 visit = !context->seen ? 0 : context == walk->context ? 1 : 2;
  context->line = plus(context->line, unzigzag(short_number(p, LINE_VALUES + visit + (context == p->contexts ? 0 : 3))));
  context->seen = 1;
  walk->context = context;
  return context->line;
}

/* A node by those so far: none, the one after the highest, further ones, ones below the last, ones below the highest. */
static inline i32 read_inlined_value(struct walk *walk, u32 code) {
  i32 distance = code < 2 ? 0 : (i32)((code - 2) / 3);
  i32 value = -1;
  if (code == 1) value = walk->highest;
  if (code > 1 && (code - 2) % 3 == 0) value = plus(walk->highest, distance + 1);
  if (code > 1 && (code - 2) % 3 == 1) value = plus(walk->value, -1 - distance);
  if (code > 1 && (code - 2) % 3 == 2) value = plus(walk->highest, -1 - distance);
  if (value >= walk->highest) walk->highest = plus(value, 1);
  return value;
}

static inline i32 read_value(struct pclntab *p, struct walk *walk, u32 kind, u32 column) {
  if (kind == TABLE_LINE) return read_line(p, walk, context_of(p, walk));
  u32 code = short_number(p, column);
  if (kind == TABLE_FILE) return read_file(p, walk, code);
  if (kind == TABLE_INLINED) return read_inlined_value(walk, code);
  if (kind != TABLE_STACK) return plus(walk->value, unzigzag(code));
  i32 value = read_stack(p, walk, code);
  if (value > walk->highest) walk->highest = value;
  return value;
}

static inline u8 *put_varint(u8 *to, u32 value) {
  for (; value >= 128; value >>= 7) *to++ = (u8)(value | 128);
  *to++ = (u8)value;
  return to;
}

u32 read_table(struct pclntab *p, u32 kind, u8 *bytes) {
  struct walk walk = {.value = -1};
  u8 *to = bytes;
  u32 values = column_of(VALUES, TABLE_KINDS, kind), pcs = column_of(PCS, TABLE_KINDS, kind);
  u32 ranges = 0;
  do {
    if (kind == TABLE_FILE || kind == TABLE_LINE) {
      while (walk.range + 1 < p->inlined_count && p->inlined_ends[walk.range] <= walk.from) walk.range++;
    }
    i32 value = read_value(p, &walk, kind, values);
    int is_inlined = kind == TABLE_LINE && walk.context != p->contexts;
    u32 end = read_end(p, &walk, kind, is_inlined ? INLINED_LINE_PCS : pcs);
    if (end <= walk.from || end > p->count) p->broken = 1;
    if (p->broken) return 0;
    u32 difference = (u32)value - (u32)walk.value;
    to = put_varint(to, difference << 1 ^ (u32)((i32)difference >> 31));
    to = put_varint(to, (p->at[end] - p->at[walk.from]) >> p->shift);
    if (kind == TABLE_INLINED) {
      p->inlined_ends[ranges] = end;
      p->inlined_values[ranges++] = value;
    }
    walk.from = end;
    walk.value = value;
  } while (walk.from < p->count);
  *to++ = 0;
  if (kind == TABLE_INLINED) p->inlined_count = ranges;
  return (u32)(to - bytes);
}

static u32 hash_of(const u8 *bytes, u32 size) {
  u64 hash = size;
  u32 i = 0;
  for (; i + 8 <= size; i += 8) {
    hash = (hash ^ u64_at(bytes + i)) * 0x9e3779b97f4a7c15ull;
    hash ^= hash >> 29;
  }
  u64 tail = 0;
  for (; i < size; i++) tail = tail << 8 | bytes[i];
  hash = (hash ^ tail) * 0x9e3779b97f4a7c15ull;
  return (u32)(hash >> 32);
}

static int is_same(const u8 *a, const u8 *b, u32 size) {
  u32 i = 0;
  for (; i + 8 <= size; i += 8) {
    if (u64_at(a + i) != u64_at(b + i)) return 0;
  }
  for (; i < size; i++) {
    if (a[i] != b[i]) return 0;
  }
  return 1;
}

/* A table of another size can hardly be in the way of this one so often; the bound is against streams made by hand. */
enum { MOST_PROBES = 4096 };

/* The bits of a slot that no offset needs. They have those of the hash, so that most other tables need not be read. */
static inline u32 tag_bits(const struct pclntab *p) { return ~(0xffffffff >> __builtin_clz(p->layout.pc_values)); }

/* The slot of the table with these bytes, or an empty one for it. -1: the streams are broken. */
static i64 slot_of(const struct pclntab *p, const u8 *bytes, u32 size, u32 hash) {
  u32 tag = tag_bits(p), slot = hash;
  for (u32 i = 0; i < MOST_PROBES; i++, slot++) {
    u32 known = p->known[slot & p->known_mask], offset = known & ~tag;
    if (!offset) return slot & p->known_mask;
    if ((known ^ hash) & tag || size > p->next_table - offset) continue;
    if (is_same(p->out + offset, bytes, size)) return slot & p->known_mask;
  }
  return -1;
}

/* Keeps a table that is in pctab. */
static int keep(struct pclntab *p, i64 slot, u32 at, u32 hash) {
  if (slot < 0 || p->known_count >= p->layout.tables) return 0;
  p->known_count++;
  if (!p->known[slot]) p->known[slot] = at | (hash & tag_bits(p));
  return 1;
}

u32 settle_table(struct pclntab *p, const u8 *bytes, u32 size, u32 reference) {
  u32 hash = hash_of(bytes, size);
  i64 slot = slot_of(p, bytes, size, hash);
  if (slot < 0) return 0;
  if (p->known[slot] && reference != REFERENCE_AGAIN) return p->known[slot] & ~tag_bits(p);
  u32 at = p->next_table, room = p->layout.pc_values - at;
  if (size > room || !keep(p, slot, at, hash)) return 0;
  u8 *to = p->out + at;
  u32 i = 0;
  if (room - size >= 8) {
    for (; i < size; i += 8) __builtin_memcpy(to + i, bytes + i, 8);
  } else {
    for (; i < size; i++) to[i] = bytes[i];
  }
  p->next_table = at + size;
  return at;
}

u32 copy_raw_table(struct pclntab *p) {
  u32 start = p->next_table, at = start, numbers = 0;
  int is_first = 1;
  for (;;) {
    u32 byte = byte_of(p, RAW);
    if (at >= p->layout.pc_values) p->broken = 1;
    if (p->broken) return 0;
    p->out[at++] = (u8)byte;
    /* The table ends with a zero byte in the place of a value that is not the first. */
    if (is_first && !byte && numbers && numbers % 2 == 0) break;
    is_first = byte < 128;
    numbers += (u32)is_first;
  }
  u32 hash = hash_of(p->out + start, at - start);
  if (!keep(p, slot_of(p, p->out + start, at - start, hash), start, hash)) return 0;
  p->next_table = at;
  return start;
}
