/* What the parts of the loader share. Freestanding C: no library, no libc, no writable data of its own. */
#ifndef LOADER_H
#define LOADER_H

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef int i32;
typedef long long i64;

/* Inlined into its only caller, a function makes that larger where there are too few registers for both. */
#define NOINLINE __attribute__((noinline))

/*
 * A stream, decompressed. A decoder compares `at` with `end` before it reads. STREAM_SLACK zero bytes can be read behind
 * `end`, so that a fast path may read a few bytes too far and check afterwards.
 */
struct stream {
  const u8 *at;
  const u8 *end;
};
#define STREAM_SLACK 64

/* Memory for the time of unpacking, filled with zeros. It is given back at once, before the program starts. */
struct arena {
  u8 *at;
  u8 *end;
};

/* Returns `size` zero bytes, aligned to 16, or 0 where there are no more. */
void *take(struct arena *arena, u64 size);

/* Every decoder returns 0, or the number of what is wrong: the loader prints it and exits with 127. */
enum fault {
  OK = 0,
  BAD_HEADER = 1,
  BAD_CHECK = 2,
  BAD_FRAME = 3, /* a zstd frame */
  BAD_STREAM = 4, /* a stream that ends too early, or has what it cannot have */
  NO_MEMORY = 5,
  NO_PLACE = 6, /* something else is mapped where the program goes */
  NO_RIGHTS = 7 /* the system refuses executable memory */
};

/* Marks of the bytes of text: see src/pack/bantam/text-view.ts. */
enum mark { MARK_INSTRUCTION = 1, MARK_STACK = 2, MARK_CALL = 4, MARK_RET = 8 };

struct text {
  u8 *at;            /* where it is written: not always where it will run. TEXT_SLACK bytes behind it may be overwritten */
  u64 size;
  u64 address;       /* where it will run */
  const u32 *starts; /* functions + 1 offsets */
  u32 functions;
  u8 *marks;         /* marks_size() bytes, zero before; MARKS_SLACK bytes can be read behind them */
};
#define TEXT_SLACK 16
#define MARKS_SLACK 8

/* The marks of two units share a byte, the first one has the low bits. A unit is the least that an instruction can have:
   a byte on x86-64, a word on arm64. */
static inline u64 marks_size(u64 units) { return units / 2 + 1; }

static inline void set_marks(u8 *marks, u32 unit, u32 value) { marks[unit >> 1] |= (u8)(value << (unit << 2 & 4)); }

static inline u32 marks_of(const u8 *marks, u32 unit) { return marks[unit >> 1] >> (unit << 2 & 4) & 15; }

/* Decompresses one frame of RFC 8878 that has `size` bytes. It takes ZSTD_SCRATCH bytes, which need not be zeros. */
#define ZSTD_SCRATCH (152 * 1024)
int zstd_frame(u8 *out, u64 size, const u8 *in, u64 length, struct arena *arena);

/* XXH32 with seed 0. */
u32 xxh32(const u8 *data, u64 size);

/* Rebuild text, and fill in its marks. `streams` in the order of the encoder in src/pack/bantam/. */
int text_x86(struct text *text, struct stream *streams, struct arena *arena);
int text_arm64(struct text *text, struct stream *streams, struct arena *arena);

/* Bytes that are unpacked already: what will run at `address` is at `at`. */
struct range {
  const u8 *at;
  u64 address;
  u64 size;
};

struct memory {
  const struct range *ranges;
  u32 count;
};

/*
 * Rebuilds Go's table of functions from pctab on: `size` bytes at `out`, which are zero before. `quantum` is 1 or 4: the
 * least distance of two instructions. What is in memory before the part has to be in one of the ranges.
 */
int pclntab(u8 *out, u64 size, u64 address, const struct text *text, u32 quantum, i32 (*stack_effect)(const u8 *),
            struct stream *streams, u32 count, const struct memory *memory, struct arena *arena);

/* By how many bytes the stack grows in the instruction at `at`, which has MARK_STACK. */
i32 stack_effect_x86(const u8 *at);
i32 stack_effect_arm64(const u8 *at);

static inline u32 u32_at(const u8 *p) {
  u32 value;
  __builtin_memcpy(&value, p, 4);
  return value;
}

static inline u64 u64_at(const u8 *p) {
  u64 value;
  __builtin_memcpy(&value, p, 8);
  return value;
}

/* Seven bits a byte, the low ones first. Sets *broken where the stream ends within, or the number has more than 32 bits. */
static inline u32 varint(struct stream *stream, int *broken) {
  u32 value = 0;
  for (int shift = 0; shift < 35; shift += 7) {
    if (stream->at >= stream->end) break;
    u8 byte = *stream->at++;
    value |= (u32)(byte & 127) << shift;
    if (byte < 128) return value;
  }
  *broken = 1;
  return 0;
}

static inline i32 unzigzag(u32 value) { return (i32)(value >> 1) ^ -(i32)(value & 1); }

#endif
