/*
 * Rebuilds x86-64 text from its streams: the inverse of src/pack/bantam/x86/encode.ts. docs/packed-format.md describes
 * the streams. The time goes into mispredicted branches, so what most instructions have in common has none.
 */
#include "loader.h"

/* The streams. Those of numbers are followed by their low bytes, those of ranked values by their list. */
enum {
  WORDS = 0, CODE = 1, DISPLACEMENTS = 2, STACK_DISPLACEMENTS = 4, IMM32S = 6, GROUP1S = 8, FAR_JUMPS = 10, LARGE = 12,
  LARGE_JUMPS = 13, NEAR_JUMPS = 14, IMM8S = 15, IMM16S = 16, IMM64S = 17, CALLS = 18, ADDRESSES = 20, STREAMS = 22
};

/* Displacements. BYTE and STACK_BYTE have four bytes where the number needs them. */
enum { BYTE = 1, STACK_BYTE = 2, WORD = 3, STACK_WORD = 4, NEXT = 5 };

/* Values. FILLING is the word FILL alone. */
enum { NEAR_JUMP = 1, FAR_JUMP = 2, IMM32 = 3, EITHER = 4, IMM8 = 5, CALL = 6, IMM16 = 7, IMM64 = 8, FILLING = 9 };

/* What an opcode says. Bits 1 to 3 are its value. */
enum { MODRM = 1, STACK = 0x10, CALLS_IF_2 = 0x20, WIDE = 0x40, MORE = 0x80, PREFIX = 0x81 };
#define VALUE(value) ((value) << 1)

/* In the code: the bytes of a word follow. A word: int3 up to the end of the function. A byte as it is follows. */
enum { SPELLED = 0xff, FILL = 0xcc, RAW = 0xce };
/* In the head of a number. */
enum { TWO = 0x80, FIRST_OF_TWO = 128, IS_LARGE = 0xbf };
/* Instead of how many instructions a jump goes. */
enum { RAW_JUMP = 0, TO_START = -1 };

enum { LONGEST_FUNCTION = 0x10000, LONGEST_INSTRUCTION = 15, LONGEST_WORD = 8, MOST_WORDS = 247 + 8 * 256, MOST_PREFIXES = 8 };

/* Prefixes, opcode, ModRM and SIB of an instruction, and what follows them. */
struct word {
  u8 bytes[LONGEST_WORD];
  u8 length;
  u8 modrm_at;
  u8 displacement;
  u8 displacement_size;
  u8 value;
  u8 value_size;
  u8 mark;
  u8 least; /* bytes in all, where no number needs four */
};

struct jump {
  u32 from; /* number of the instruction, twice, and 1 where it has four bytes */
  u32 to;
};

struct ranked {
  u32 list[256];
  u32 listed;
  u32 width;
  u32 least;
};

struct work {
  u8 one[256];   /* by opcode */
  u8 two[256];   /* by opcode behind 0x0f */
  struct word words[MOST_WORDS];
  struct ranked calls;
  struct ranked addresses;
  u32 word_count;
  u32 short_numbers;
  struct stream *streams;
  struct text *text;
  u32 *offsets;
  struct jump *jumps;
};

/* Pairs: the opcode from which on the table holds this. */
static const u8 one_byte[] = {
    0x40, 0, 0x50, STACK, 0x60, 0, 0x62, MORE, 0x63, MODRM, 0x64, PREFIX, 0x68, VALUE(IMM32),
    0x69, MODRM | VALUE(IMM32), 0x6a, VALUE(IMM8), 0x6b, MODRM | VALUE(IMM8), 0x6c, 0, 0x70, VALUE(NEAR_JUMP),
    0x80, MODRM | VALUE(IMM8), 0x81, MODRM | VALUE(IMM32), 0x82, MODRM | VALUE(IMM8), 0x83, MODRM | VALUE(EITHER),
    0x84, MODRM, 0x90, 0, 0x9c, STACK, 0x9e, 0, 0xa8, VALUE(IMM8), 0xa9, VALUE(IMM32), 0xaa, 0, 0xb0, VALUE(IMM8),
    0xb8, WIDE | VALUE(IMM32), 0xc0, MODRM | VALUE(IMM8), 0xc2, VALUE(IMM16), 0xc3, 0, 0xc4, MORE,
    0xc6, MODRM | VALUE(IMM8), 0xc7, MODRM | VALUE(IMM32), 0xc8, 0, 0xca, VALUE(IMM16), 0xcb, 0, 0xcc, MORE,
    0xcd, VALUE(IMM8), 0xce, MORE, 0xcf, 0, 0xd0, MODRM, 0xd4, 0, 0xd8, MODRM, 0xe0, VALUE(NEAR_JUMP),
    0xe4, VALUE(IMM8), 0xe8, VALUE(CALL), 0xe9, VALUE(FAR_JUMP), 0xea, 0, 0xeb, VALUE(NEAR_JUMP), 0xec, 0,
    0xf0, PREFIX, 0xf1, 0, 0xf2, PREFIX, 0xf4, 0, 0xf6, MORE, 0xf8, 0, 0xfe, MODRM, 0xff, MODRM | CALLS_IF_2};
static const u8 two_bytes[] = {
    0x00, MODRM, 0x05, 0, 0x0a, MODRM, 0x0b, 0, 0x0c, MODRM, 0x30, 0, 0x36, MODRM, 0x37, 0, 0x38, MODRM,
    0x70, MODRM | VALUE(IMM8), 0x74, MODRM, 0x77, 0, 0x78, MODRM, 0x80, VALUE(FAR_JUMP), 0x90, MODRM, 0xa0, 0,
    0xa3, MODRM, 0xa4, MODRM | VALUE(IMM8), 0xa5, MODRM, 0xa8, 0, 0xab, MODRM, 0xac, MODRM | VALUE(IMM8),
    0xad, MODRM, 0xba, MODRM | VALUE(IMM8), 0xbb, MODRM, 0xc2, MODRM | VALUE(IMM8), 0xc3, MODRM,
    0xc4, MODRM | VALUE(IMM8), 0xc7, MODRM, 0xc8, 0, 0xd0, MODRM, 0xff, 0};
/* Opcodes below 0x40 repeat every eight, but for these. */
static const u8 arithmetic[8] = {MODRM, MODRM, MODRM, MODRM, VALUE(IMM8), VALUE(IMM32), 0, 0};
static const u8 low_prefixes[] = {0x26, 0x2e, 0x36, 0x3e};

static const u8 displacement_sizes[] = {0, 1, 1, 4, 4, 4};
static const u8 value_sizes[] = {0, 1, 4, 4, 1, 1, 4, 2, 8};
static const u8 stream_of_value[] = {0, NEAR_JUMPS, FAR_JUMPS, IMM32S, GROUP1S, IMM8S, CALLS, IMM16S, IMM64S, 0};

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
  for (u32 i = 0; i < sizeof low_prefixes; i++) work->one[low_prefixes[i]] = PREFIX;
  work->one[0x0f] = MORE;
}

static inline u32 word_of(const u8 *at) { return __builtin_bswap32(u32_at(at)); }

static inline void put_word(u8 *at, u32 value) { __builtin_memcpy(at, &value, 4); }

static inline i32 signed_byte(u32 byte) { return (i32)(byte << 24) >> 24; }

static inline int is_signed_byte(u32 number) { return number + 0x80 < 0x100; }

/* What follows the code at `code`: shapeAt of x86-instruction.ts. Reads 16 bytes. Returns 0 where it is too long. */
static NOINLINE u32 find_shape(const struct work *work, const u8 *code, struct word *word) {
  u32 at = 0, narrow = 0, wide = 0, head = u32_at(code);
  while (at < MOST_PREFIXES && work->one[code[at]] == PREFIX) narrow |= code[at++] == 0x66;
  u32 without_stack = at ? STACK : 0;
  if ((code[at] & 0xf0) == 0x40) wide = code[at++] & 8;
  u32 opcode = code[at++];
  u32 kind = work->one[opcode] & ~without_stack;
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
  u32 value = kind >> 1 & 7;
  if (value == IMM32) {
    if (wide && kind & WIDE) value = IMM64;
    else if (narrow) value = IMM16;
  }
  if (value == EITHER && narrow) value = IMM8;

  u32 mark = MARK_INSTRUCTION;
  if (kind & STACK || (head & 0x00d7fdff) == 0x00c48148 || (head & 0xff3fffff) == 0x24248d48) mark |= MARK_STACK;
  if (value == CALL) mark |= MARK_CALL;
  if (opcode == 0xc3) mark |= MARK_RET;
  u32 displacement = 0;
  word->modrm_at = (u8)at;
  if (kind & MODRM) {
    u32 modrm = code[at++], mode = modrm >> 6, base = modrm & 7;
    if (kind & CALLS_IF_2 && (modrm & 0x38) == 0x10) mark |= MARK_CALL;
    if (mode != 3) {
      u32 has_sib = base == 4;
      displacement = mode == 1 ? BYTE : mode == 2 ? WORD : 0;
      if (has_sib) base = code[at++] & 7;
      if (displacement) displacement += has_sib & (base == 4);
      else if (base == 5) displacement = has_sib ? WORD : NEXT;
    }
  }
  word->mark = (u8)mark;
  word->length = (u8)at;
  word->displacement = (u8)displacement;
  word->displacement_size = displacement_sizes[displacement];
  word->value = (u8)value;
  word->value_size = value_sizes[value];
  word->least = (u8)(at + word->displacement_size + word->value_size);
  return word->least <= LONGEST_INSTRUCTION ? at : 0;
}

static int read_words(struct work *work) {
  struct stream *stream = work->streams + WORDS;
  u32 count = 0;
  while (stream->at < stream->end) {
    if (count == MOST_WORDS || *stream->at == RAW) return BAD_STREAM;
    struct word *word = work->words + count++;
    u32 length = find_shape(work, stream->at, word);
    if (length == 0 || length > LONGEST_WORD) return BAD_STREAM;
    if (*stream->at == FILL) word->value = FILLING;
    __builtin_memcpy(word->bytes, stream->at, LONGEST_WORD);
    stream->at += length;
  }
  work->word_count = count;
  work->short_numbers = count > 255 ? 255 - (count - 1) / 255 : 255;
  return stream->at == stream->end ? OK : BAD_STREAM;
}

static int read_list(struct ranked *ranked, struct stream *stream) {
  ranked->width = 1;
  if (stream->at == stream->end) return OK;
  u64 size = (u64)(stream->end - stream->at);
  ranked->width = *stream->at;
  ranked->least = word_of(stream->at + 1);
  if (size < 5 || (size - 5) % 4 || size > 5 + 4 * 255 || ranked->width - 1 > 2) return BAD_STREAM;
  for (stream->at += 5; stream->at < stream->end; stream->at += 4) ranked->list[ranked->listed++] = word_of(stream->at);
  return OK;
}

/*
 * Up to four bytes, the high ones first. Zeros or less where there are no more: then the stream stays behind its end,
 * which is seen in the end.
 */
static NOINLINE u32 read(struct stream *stream, u32 size) {
  u32 word = word_of(stream->at) >> (32 - 8 * size);
  stream->at += size;
  if (stream->at > stream->end) stream->at = stream->end + 1;
  return word;
}

static NOINLINE u32 ranked_value(const struct ranked *ranked, struct stream *stream) {
  u32 first = *stream->at, width = 0, value = ranked->list[first];
  if (first >= ranked->listed) {
    width = ranked->width;
    u32 rest = word_of(stream->at + 1) >> (32 - 8 * width);
    value = ranked->least + ((first - ranked->listed) << 8 * width | rest);
  }
  stream->at += 1 + width;
  if (stream->at > stream->end) stream->at = stream->end + 1;
  return value;
}

/* The number at the head of a stream. The next stream has low bytes. Whether there is one is not to be predicted. */
static inline __attribute__((always_inline)) u32 read_number(struct stream *head, struct stream *large) {
  struct stream *low = head + 1;
  u32 first = *head->at++;
  u32 is_two = first - TWO < IS_LARGE - TWO;
  u32 one = (u32)signed_byte(first), two = FIRST_OF_TWO + ((first - TWO) << 8 | *low->at);
  low->at += is_two;
  if (low->at > low->end) low->at = low->end + 1;
  if (first == IS_LARGE) return read(large, 4);
  return one ^ ((one ^ two) & -is_two);
}

/* Writes how far the jumps of a function go, now that its instructions are known. */
static int finish_jumps(const struct work *work, u32 jumps, u32 instructions) {
  u8 *text = work->text->at;
  for (u32 i = 0; i < jumps; i++) {
    u32 from = work->jumps[i].from, to = work->jumps[i].to;
    if (to > instructions) return BAD_STREAM;
    u32 next = work->offsets[(from >> 1) + 1];
    u32 distance = work->offsets[to] - next;
    if (from & 1) put_word(text + next - 4, distance);
    else text[next - 1] = (u8)distance;
  }
  return OK;
}

/*
 * Decodes instructions from offset `at` to `end`, or to the first behind LONGEST_FUNCTION bytes. Returns where it
 * ended, 0 where the streams are bad.
 */
static NOINLINE u32 function(struct work *work, u32 at, u32 end) {
  struct stream *streams = work->streams;
  const struct text *const text = work->text;
  u8 *const bytes = text->at, *const marks = text->marks;
  const u8 *code = streams[CODE].at, *const code_end = streams[CODE].end;
  const u32 cut = end - at > LONGEST_FUNCTION ? at + LONGEST_FUNCTION : end;
  const u32 word_count = work->word_count, short_numbers = work->short_numbers;
  u32 *const offsets = work->offsets;
  u32 count = 0, jumps = 0;
  struct word spelled;
  for (; at < cut; count++) {
    if (code >= code_end) return 0;
    offsets[count] = at;
    u8 *out = bytes + at;
    u32 first = code[0];
    u32 is_long = first >= short_numbers;
    u32 number = is_long ? short_numbers + ((first - short_numbers) << 8 | code[1]) : first;
    code += 1 + is_long;
    const struct word *word = work->words + number;
    const u8 *spelling = word->bytes;
    if (number >= word_count) {
      if (first != SPELLED) return 0;
      code--;
      if (*code == RAW) {
        set_marks(marks, at, MARK_INSTRUCTION);
        bytes[at++] = code[1];
        code += 2;
        continue;
      }
      u32 length = find_shape(work, code, &spelled);
      if (length == 0) return 0;
      if (*code == FILL) spelled.value = FILLING;
      word = &spelled;
      spelling = code;
      code += length;
    }
    /* Behind `end`, less is written than the slack: 16 bytes here, and 9 where numbers need four bytes. */
    if (word->least > end - at) return 0;
    __builtin_memcpy(out, spelling, 16);
    set_marks(marks, at, word->mark);
    u32 length = word->length;

    u32 displacement = word->displacement;
    if (displacement) {
      u32 number, size = word->displacement_size;
      if (displacement == NEXT) {
        u32 next = (u32)text->address + at + word->least;
        number = ranked_value(&work->addresses, streams + ADDRESSES) - next;
      } else {
        struct stream *head = streams + (displacement & 1 ? DISPLACEMENTS : STACK_DISPLACEMENTS);
        number = read_number(head, streams + LARGE);
        if (head->at > head->end) return 0;
        u32 is_wide = size == 1 && !is_signed_byte(number);
        out[word->modrm_at] ^= (u8)(0xc0 & -is_wide);
        size += 3 * is_wide;
      }
      put_word(out + length, number);
      length += size;
    }

    u32 value = word->value;
    if (value) {
      u32 number, size = word->value_size;
      struct stream *head = streams + stream_of_value[value];
      if (value == CALL) {
        u32 called = ranked_value(&work->calls, head);
        if (called > text->functions) return 0;
        number = (called ? text->starts[called - 1] : read(streams + LARGE, 4)) - (at + length + 4);
      } else if (value < CALL) {
        if (value - FAR_JUMP < 3) number = read_number(head, streams + LARGE + (value == FAR_JUMP));
        else number = (u32)signed_byte(*head->at++);
        if (value == EITHER) {
          u32 is_wide = !is_signed_byte(number);
          out[word->modrm_at - 1] ^= (u8)(is_wide << 1);
          size += 3 * is_wide;
        }
        if (value <= FAR_JUMP) {
          struct jump *jump = work->jumps + jumps++;
          u32 is_far = value == FAR_JUMP;
          jump->from = count << 1 | is_far;
          jump->to = (i32)number == TO_START ? 0 : count + 1 + number;
          if (number == RAW_JUMP) {
            jumps--;
            number = is_far ? read(streams + LARGE_JUMPS, 4) : read(head, 1);
          }
        }
        if (head->at > head->end) return 0;
      } else if (value == FILLING) {
        while (at < end) bytes[at++] = FILL;
        count++;
        break;
      } else {
        number = read(head, size == 2 ? 2 : 4);
        if (size == 8) {
          put_word(out + length, read(head, 4));
          length += 4;
          size = 4;
        }
      }
      put_word(out + length, number);
      length += size;
    }
    if (length > LONGEST_INSTRUCTION || length > end - at) return 0;
    at += length;
  }
  offsets[count] = at;
  streams[CODE].at = code;
  return finish_jumps(work, jumps, count) == OK ? at : 0;
}

int text_x86(struct text *text, struct stream *streams, struct arena *arena) {
  if (text->size > 0x7fffffff) return BAD_STREAM;
  u32 size = (u32)text->size, longest = size < LONGEST_FUNCTION ? size : LONGEST_FUNCTION;
  struct work *work = take(arena, sizeof *work);
  u32 *offsets = take(arena, (longest + 2) * sizeof *offsets);
  struct jump *jumps = take(arena, ((longest + 1) / 2 + 2) * sizeof *jumps);
  if (!work || !offsets || !jumps) return NO_MEMORY;
  work->streams = streams;
  work->text = text;
  work->offsets = offsets;
  work->jumps = jumps;
  fill_tables(work);
  if (read_words(work) || read_list(&work->calls, streams + CALLS + 1)) return BAD_STREAM;
  if (read_list(&work->addresses, streams + ADDRESSES + 1)) return BAD_STREAM;

  u32 at = 0, known = text->functions ? text->functions + 1 : 0;
  for (u32 next = 0; next <= known; next++) {
    u32 end = next < known ? text->starts[next] : size;
    while (at < end) {
      at = function(work, at, end);
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
  if ((opcode & 0xfe) == 0x9c) return opcode == 0x9c ? 8 : -8;
  int is_lea = opcode == 0x8d;
  const u8 *number = at + 2 + is_lea;
  u32 size = opcode == 0x83 || modrm == 0x64 ? (u32)signed_byte(*number) : u32_at(number);
  if (!is_lea && modrm == 0xec) return (i32)size;
  return modrm == 0xc4 || (is_lea && modrm != 0x24) ? (i32)-size : 0;
}
