/*
 * Rebuilds x86-64 text from its streams: the inverse of src/pack/bantam/x86-encode.ts. docs/packed-format.md describes
 * the streams. The time goes into mispredicted branches, so what most instructions have in common has none.
 */
#include "loader.h"

/* The streams. A displacement's is its class; a value's is FIRST_VALUE more than its class. */
enum { CODE = 0, STACK_DISP8 = 2, DISP32 = 3, FIRST_VALUE = 5, JUMPS = 7, CALLS = 11, FAR_JUMPS = 12, FAR_CALLS = 13, STREAMS = 14 };

/* Classes of displacements: 1 and 3 from a register, 2 and 4 from the stack pointer. */
enum { NEXT = 5 };
#define BYTES_OF_DISPLACEMENT 0x444110u

/* Classes of values. */
enum { IMM8 = 1, JUMP = 2, IMM16 = 3, IMM32 = 4, IMM64 = 5, CALL = 6, RETURN = 7 };
#define BYTES_OF_VALUE 0x04842110u

/* What an opcode says. Bits 1 to 3 are the class of its value. */
enum { MODRM = 1, STACK = 0x10, CALLS_IF_2 = 0x20, WIDE = 0x40, MORE = 0x80 };
#define VALUE(class) ((class) << 1)

/* In the code: int3 up to the end of the function, and a byte as it is. */
enum { FILL = 0xcc, RAW = 0xce };
/* In the stream of jumps. */
enum { FAR = 0, FAR_TO_START = 1, TO_START = 2, RAW_JUMP = 3, DISTANCES = 4 };
/* In a stream of one-byte displacements: ModRM says four bytes. */
enum { WIDER = 0x80 };

enum { LONGEST_FUNCTION = 0x10000, LONGEST_INSTRUCTION = 15, MOST_PREFIXES = 8 };

struct jump {
  u32 from; /* number of the instruction, and bit 31 where it has four bytes */
  u32 to;
};

struct work {
  u8 *text;
  u8 *marks;
  u32 address;
  const u32 *starts;
  u32 functions;
  struct stream *streams;
  u32 *offsets;
  struct jump *jumps;
  u8 *modrm; /* bits 0 to 2 the displacement, bit 3 that SIB follows, bit 4 that its base may be none */
  u8 *one;   /* by opcode */
  u8 *two;   /* by opcode behind 0x0f */
};

/* Pairs: the opcode from which on the table holds this. */
static const u8 one_byte[] = {
    0x40, 0, 0x50, STACK, 0x60, 0, 0x62, MORE, 0x63, MODRM, 0x64, MORE, 0x68, VALUE(IMM32),
    0x69, MODRM | VALUE(IMM32), 0x6a, VALUE(IMM8), 0x6b, MODRM | VALUE(IMM8), 0x6c, 0, 0x70, VALUE(JUMP),
    0x80, MODRM | VALUE(IMM8), 0x81, MODRM | VALUE(IMM32), 0x82, MODRM | VALUE(IMM8), 0x84, MODRM, 0x90, 0,
    0x9c, STACK, 0x9e, 0, 0xa8, VALUE(IMM8), 0xa9, VALUE(IMM32), 0xaa, 0, 0xb0, VALUE(IMM8),
    0xb8, WIDE | VALUE(IMM32), 0xc0, MODRM | VALUE(IMM8), 0xc2, VALUE(IMM16), 0xc3, VALUE(RETURN), 0xc4, MORE,
    0xc6, MODRM | VALUE(IMM8), 0xc7, MODRM | VALUE(IMM32), 0xc8, 0, 0xca, VALUE(IMM16), 0xcb, 0, 0xcc, MORE,
    0xcd, VALUE(IMM8), 0xce, MORE, 0xcf, 0, 0xd0, MODRM, 0xd4, 0, 0xd8, MODRM, 0xe0, VALUE(JUMP),
    0xe4, VALUE(IMM8), 0xe8, VALUE(CALL), 0xe9, VALUE(IMM32), 0xea, 0, 0xeb, VALUE(JUMP), 0xec, 0, 0xf0, MORE,
    0xf1, 0, 0xf2, MORE, 0xf4, 0, 0xf6, MORE, 0xf8, 0, 0xfe, MODRM, 0xff, MODRM | CALLS_IF_2};
static const u8 two_bytes[] = {
    0x00, MODRM, 0x05, 0, 0x0a, MODRM, 0x0b, 0, 0x0c, MODRM, 0x30, 0, 0x36, MODRM, 0x37, 0, 0x38, MODRM,
    0x70, MODRM | VALUE(IMM8), 0x74, MODRM, 0x77, 0, 0x78, MODRM, 0x80, VALUE(IMM32), 0x90, MODRM, 0xa0, 0,
    0xa3, MODRM, 0xa4, MODRM | VALUE(IMM8), 0xa5, MODRM, 0xa8, 0, 0xab, MODRM, 0xac, MODRM | VALUE(IMM8),
    0xad, MODRM, 0xba, MODRM | VALUE(IMM8), 0xbb, MODRM, 0xc2, MODRM | VALUE(IMM8), 0xc3, MODRM,
    0xc4, MODRM | VALUE(IMM8), 0xc7, MODRM, 0xc8, 0, 0xd0, MODRM, 0xff, 0};
/* Opcodes below 0x40 repeat every eight, but for these. */
static const u8 arithmetic[8] = {MODRM, MODRM, MODRM, MODRM, VALUE(IMM8), VALUE(IMM32), 0, 0};
static const u8 low_more[] = {0x0f, 0x26, 0x2e, 0x36, 0x3e};

static void spread(u8 *table, const u8 *pairs, u32 size) {
  u32 opcode = pairs[0];
  for (u32 pair = 0; pair < size; pair += 2) {
    u32 end = pair + 2 < size ? pairs[pair + 2] : 256;
    while (opcode < end) table[opcode++] = pairs[pair + 1];
  }
}

static void fill_tables(struct work *work) {
  spread(work->one, one_byte, sizeof one_byte);
  spread(work->two, two_bytes, sizeof two_bytes);
  for (u32 opcode = 0; opcode < 0x40; opcode++) work->one[opcode] = arithmetic[opcode & 7];
  for (u32 i = 0; i < sizeof low_more; i++) work->one[low_more[i]] = MORE;
  for (u32 modrm = 0; modrm < 0xc0; modrm++) {
    u32 mode = modrm >> 6, base = modrm & 7, sib = base == 4 ? 8 : 0;
    if (mode == 0) work->modrm[modrm] = base == 5 ? NEXT : sib | sib << 1;
    else work->modrm[modrm] = sib | (mode == 1 ? 1 : DISP32);
  }
}

static inline u32 word_of(const u8 *at) { return __builtin_bswap32(u32_at(at)); }

static inline void put_word(u8 *at, u32 value) { __builtin_memcpy(at, &value, 4); }

static inline int is_prefix(u32 byte) {
  u32 kind = byte & 0xe7;
  if (kind == 0x26) return 1;
  return (byte >= 0x64 && byte <= 0x67) || byte == 0xf0 || byte == 0xf2 || byte == 0xf3;
}

/*
 * The kind of an opcode that is not alone: behind prefixes, behind 0x0f, VEX, EVEX, or with a value that depends on
 * ModRM or REX. Reads up to 15 bytes. Returns its length, and sets what the tables say of others.
 */
static u32 long_opcode(const struct work *work, const u8 *code, u32 *opcode_kind) {
  u32 at = 0, narrow = 0, wide = 0;
  while (at < MOST_PREFIXES && is_prefix(code[at])) narrow |= code[at++] == 0x66;
  if ((code[at] & 0xf0) == 0x40) wide = code[at++] & 8;
  u32 opcode = code[at++];
  u32 kind = work->one[opcode] & ~(u32)STACK;
  if (kind & MORE) {
    kind = 0;
    if (opcode == 0x0f) {
      u32 second = code[at++];
      kind = work->two[second];
      if (second == 0x3a) kind = MODRM | VALUE(IMM8);
      at += (second & 0xfd) == 0x38;
    } else if ((opcode & 0xfe) == 0xc4 || opcode == 0x62) {
      u32 map = opcode == 0xc5 ? 1 : code[at] & (opcode == 0xc4 ? 31 : 7);
      at += opcode == 0xc5 ? 1 : opcode == 0xc4 ? 2 : 3;
      u32 second = code[at++];
      kind = MODRM;
      if (map == 3 || (map == 1 && work->two[second] == (MODRM | VALUE(IMM8)))) kind |= VALUE(IMM8);
      if (map == 1 && second == 0x77) kind = 0;
    } else if ((opcode & 0xfe) == 0xf6) {
      kind = MODRM;
      if ((code[at] & 0x38) <= 8) kind |= opcode == 0xf6 ? VALUE(IMM8) : VALUE(IMM32);
    }
  }
  if ((kind & 0xe) == VALUE(IMM32)) {
    if (wide && kind & WIDE) kind += VALUE(IMM64) - VALUE(IMM32);
    else if (narrow) kind += VALUE(IMM16) - VALUE(IMM32);
  }
  *opcode_kind = kind;
  return at;
}

/*
 * A jump whose number says no distance. `at` is behind its opcode. Returns the bytes of the whole instruction, 0 where
 * that cannot be. Sets what the instructions' offsets will be needed for.
 */
static u32 special_jump(struct work *work, u8 *start, u32 length, u32 kind_of_jump, struct jump *jump, u32 *jumps) {
  struct stream *near = work->streams + JUMPS, *far = work->streams + FAR_JUMPS;
  if (kind_of_jump == RAW_JUMP) {
    start[length] = *near->at++;
    return near->at > near->end ? 0 : length + 1;
  }
  if (kind_of_jump == TO_START) {
    jump->to = 0;
    *jumps += 1;
    return length + 1;
  }
  if (length != 1) return 0;
  if (start[0] == 0xeb) start[0] = 0xe9;
  else if ((start[0] & 0xf0) == 0x70) {
    start[1] = start[0] + 0x10;
    start[0] = 0x0f;
    length = 2;
  } else return 0;
  jump->from |= 0x80000000u;
  jump->to = 0;
  if (kind_of_jump == FAR) {
    u32 distance = word_of(far->at) >> 16;
    far->at += 2;
    if (distance == 0) {
      put_word(start + length, word_of(far->at));
      far->at += 4;
      return far->at > far->end ? 0 : length + 4;
    }
    if (far->at > far->end) return 0;
    jump->to = (jump->from & 0x7fffffff) + 1 + (u32)unzigzag(distance - 1);
  }
  *jumps += 1;
  return length + 4;
}

/* Writes how far the jumps of a function go, now that its instructions are known. */
static int finish_jumps(const struct work *work, u32 jumps, u32 instructions) {
  for (u32 i = 0; i < jumps; i++) {
    u32 from = work->jumps[i].from, to = work->jumps[i].to;
    if (to > instructions) return BAD_STREAM;
    u32 next = work->offsets[(from & 0x7fffffff) + 1];
    u32 distance = work->offsets[to] - next;
    if (from >> 31) put_word(work->text + next - 4, distance);
    else work->text[next - 1] = (u8)distance;
  }
  return OK;
}

/* Decodes instructions from offset `begin` to `end`, or to the first behind LONGEST_FUNCTION bytes. Returns where it
 * ended, 0 where the streams are bad. */
static u32 function(struct work *work, u32 begin, u32 end) {
  struct stream *streams = work->streams;
  const u8 *code = streams[CODE].at, *code_end = streams[CODE].end;
  u8 *text = work->text;
  u32 at = begin, cut = end - begin > LONGEST_FUNCTION ? begin + LONGEST_FUNCTION : end;
  u32 count = 0, jumps = 0;
  while (at < cut) {
    if (code >= code_end) return 0;
    work->offsets[count] = at;
    u8 *out = text + at;
    u32 head = u32_at(code);
    u32 first = head & 0xff;
    u32 rex = (first & 0xf0) == 0x40;
    u32 length = rex + 1;
    u32 kind = work->one[code[rex]];
    if (kind & (MORE | ((rex & first >> 3) << 6))) {
      if (first == FILL) {
        code++;
        work->marks[at] = MARK_INSTRUCTION;
        while (at < end) text[at++] = FILL;
        count++;
        break;
      }
      if (first == RAW) {
        work->marks[at] = MARK_INSTRUCTION;
        text[at++] = code[1];
        code += 2;
        count++;
        continue;
      }
      length = long_opcode(work, code, &kind);
    }
    u32 mark = MARK_INSTRUCTION;
    mark |= ((head & 0x00d7fdff) == 0x00c48148 || (head & 0xff3fffff) == 0x24248d48) << 1;
    mark |= kind >> 3 & MARK_STACK;

    u32 modrm_at = length;
    u32 modrm = code[length];
    u32 has_modrm = kind & MODRM;
    u32 follows = work->modrm[modrm] & -has_modrm;
    mark |= ((kind & CALLS_IF_2) && (modrm & 0x38) == 0x10) << 2;
    u32 sib = follows >> 3 & 1;
    u32 base = code[length + 1] & 7;
    u32 displacement = (follows & 7) + (sib & (base == 4) & ((follows & 7) != 0));
    if ((follows & 16) && base == 5) displacement = DISP32;
    length += has_modrm + sib;
    __builtin_memcpy(out, code, 16);
    code += length;

    u32 value = kind >> 1 & 7;
    u32 value_size = BYTES_OF_VALUE >> 4 * value & 15;
    u32 size = BYTES_OF_DISPLACEMENT >> 4 * displacement & 15;
    struct stream *from = streams + displacement;
    u32 word = word_of(from->at) >> (32 - 8 * size & 31);
    from->at += size;
    if (size == 1 && word == WIDER) {
      from += 2;
      word = word_of(from->at);
      from->at += 4;
      if (word != -(u32)WIDER) {
        out[modrm_at] ^= 0xc0;
        size = 4;
      }
    }
    if (displacement && from->at > from->end) return 0;
    u32 total = length + size + value_size;
    if (total > LONGEST_INSTRUCTION || total > end - at) return 0;
    if (displacement == NEXT) word -= work->address + at + total;
    put_word(out + length, word);
    length += size;

    from = streams + FIRST_VALUE + value;
    if (value == JUMP) {
      u32 number = *from->at++;
      struct jump *jump = work->jumps + jumps;
      jump->from = count;
      if (number >= DISTANCES) {
        jump->to = count + 1 + (u32)unzigzag(number - DISTANCES);
        jumps++;
      } else {
        total = special_jump(work, out, length, number, jump, &jumps);
        if (total == 0 || total > end - at) return 0;
      }
      if (from->at > from->end) return 0;
    } else if (value == CALL) {
      u32 called = word_of(from->at) >> 8, target;
      from->at += 3;
      if (from->at > from->end || called > work->functions) return 0;
      mark |= MARK_CALL;
      if (called) target = work->starts[called - 1];
      else {
        from = streams + FAR_CALLS;
        target = word_of(from->at);
        from->at += 4;
        if (from->at > from->end) return 0;
      }
      put_word(out + length, target - (at + total));
    } else if (value == IMM64) {
      __builtin_memcpy(out + length, from->at, 8);
      from->at += 8;
      if (from->at > from->end) return 0;
    } else {
      word = word_of(from->at) >> (32 - 8 * value_size & 31);
      from->at += value_size;
      if (from->at > from->end) return 0;
      put_word(out + length, word);
      mark |= (value == RETURN) << 3;
    }
    work->marks[at] = (u8)mark;
    at += total;
    count++;
  }
  work->offsets[count] = at;
  streams[CODE].at = code;
  return finish_jumps(work, jumps, count) == OK ? at : 0;
}

int text_x86(struct text *text, struct stream *streams, struct arena *arena) {
  if (text->size > 0x7fffffff) return BAD_STREAM;
  u32 size = (u32)text->size, longest = size < LONGEST_FUNCTION ? size : LONGEST_FUNCTION;
  u8 *tables = take(arena, 3 * 256);
  u32 *offsets = take(arena, (longest + 2) * sizeof *offsets);
  struct jump *jumps = take(arena, ((longest + 1) / 2 + 2) * sizeof *jumps);
  if (!tables || !offsets || !jumps) return NO_MEMORY;
  struct work work = {text->at, text->marks, (u32)text->address, text->starts, text->functions, streams,
                      offsets, jumps, tables, tables + 256, tables + 512};
  fill_tables(&work);

  u32 at = 0, known = text->functions ? text->functions + 1 : 0;
  for (u32 next = 0; next <= known; next++) {
    u32 end = next < known ? text->starts[next] : size;
    while (at < end) {
      at = function(&work, at, end);
      if (at == 0) return BAD_STREAM;
    }
  }
  for (u32 i = 0; i < STREAMS; i++)
    if (streams[i].at != streams[i].end) return BAD_STREAM;
  return OK;
}

i32 stack_effect_x86(const u8 *at) {
  if ((*at & 0xf0) == 0x40) at++;
  u32 opcode = at[0], modrm = at[1];
  if (opcode < 0x60) return opcode < 0x58 ? 8 : -8;
  if (opcode == 0x9c) return 8;
  if (opcode == 0x9d) return -8;
  int is_lea = opcode == 0x8d;
  const u8 *number = at + 2 + is_lea;
  u32 size = opcode == 0x83 || modrm == 0x64 ? (u32)(signed char)*number : u32_at(number);
  if (modrm == (is_lea ? 0x64 : 0xec)) return is_lea ? (i32)-size : (i32)size;
  return modrm == (is_lea ? 0xa4 : 0xc4) ? (i32)-size : 0;
}
