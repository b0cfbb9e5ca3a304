/* Unpacks one part of the program after the other into its place. */
#include "arch.h"
#include "program.h"

#define NONE 0xffffffff

struct unpacking {
  const struct program *program;
  struct arena *arena;
  /* Where a part goes that is unpacked later. This memory is there anyway, so streams are put there first. */
  struct arena spare;
  /* For the tables of a frame. */
  struct arena tables;
  /* For each stream, how far its bytes are from those of the first one. */
  u64 *offsets;
  /* What is left of the stream that raw parts take their bytes from, which lies behind `before_raw`. */
  u32 raw_stream;
  struct stream raw;
  struct arena before_raw;
  struct text text;
};

/* The bytes that the part has in the program, which are in one segment. */
static u8 *place_of(const struct program *program, const struct part *part) {
  for (u32 i = 0; i < program->payload->segments; i++) {
    const struct segment *segment = &program->segments[i];
    u64 offset = part->address - segment->address;
    if (part->address < segment->address || offset > segment->file_bytes) continue;
    if (part->bytes <= segment->file_bytes - offset) return (u8 *)part->address;
  }
  return 0;
}

static int decompress(const struct unpacking *unpacking, u32 index, u8 *out) {
  const struct packed_stream *stream = &unpacking->program->streams[index];
  const u8 *in = unpacking->program->packed + unpacking->offsets[index];
  if (stream->length == stream->bytes) {
    __builtin_memcpy(out, in, stream->bytes);
    return OK;
  }
  struct arena tables = unpacking->tables;
  return zstd_frame(out, stream->bytes, in, stream->length, &tables);
}

static int open_stream(struct unpacking *unpacking, u32 index, struct stream *stream) {
  u32 bytes = unpacking->program->streams[index].bytes;
  u64 size = bytes + (u64)STREAM_SLACK;
  u8 *out = take(&unpacking->spare, size);
  if (!out) out = take_pages(unpacking->program, unpacking->arena, size);
  if (!out) return NO_MEMORY;
  stream->at = out;
  stream->end = out + bytes;
  __builtin_memset(out + bytes, 0, STREAM_SLACK);
  return decompress(unpacking, index, out);
}

static struct stream *open_streams(struct unpacking *unpacking, const struct part *part, int *fault) {
  struct stream *streams = take(unpacking->arena, part->streams * (u64)sizeof *streams);
  if (!streams) *fault = NO_MEMORY;
  for (u32 i = 0; i < part->streams && !*fault; i++)
    *fault = open_stream(unpacking, part->first_stream + i, &streams[i]);
  return streams;
}

/* Lends the memory of the first part of this kind for streams, unless the text is there too. */
static u8 *lend_spare(struct unpacking *unpacking, u32 kind) {
  const struct program *program = unpacking->program;
  const struct text *text = &unpacking->text;
  for (u32 i = 0; i < program->payload->parts && !unpacking->spare.at; i++) {
    const struct part *part = &program->parts[i];
    u8 *at = part->kind == kind ? place_of(program, part) : 0;
    if (at && (at >= text->at + text->size + TEXT_SLACK || at + part->bytes <= text->at))
      unpacking->spare = (struct arena){at, at + part->bytes};
  }
  return unpacking->spare.at;
}

static int close_raw(struct unpacking *unpacking) {
  unpacking->spare = (struct arena){0};
  unpacking->raw_stream = NONE;
  return release(unpacking->program, unpacking->arena, unpacking->before_raw);
}

/* A raw part that is the whole stream is unpacked in its place. Others are copied from where the stream is. */
static int unpack_raw(struct unpacking *unpacking, const struct part *part) {
  u8 *out = place_of(unpacking->program, part);
  if (!out || part->streams != 1 || unpacking->text.at) return BAD_HEADER;
  u32 index = part->first_stream;
  if (part->bytes == unpacking->program->streams[index].bytes) return decompress(unpacking, index, out);
  if (index != unpacking->raw_stream) {
    int fault = close_raw(unpacking);
    lend_spare(unpacking, TEXT_KIND);
    if (!fault) fault = open_stream(unpacking, index, &unpacking->raw);
    if (fault) return fault;
    unpacking->raw_stream = index;
  }
  if (part->bytes > (u64)(unpacking->raw.end - unpacking->raw.at)) return BAD_STREAM;
  /* A part made by hand may go where its stream is. */
  __builtin_memmove(out, unpacking->raw.at, part->bytes);
  unpacking->raw.at += part->bytes;
  return OK;
}

static int read_starts(struct text *text, u32 *starts, struct stream *stream) {
  u64 start = 0;
  u32 count = 0;
  int broken = 0;
  while (stream->at < stream->end && !broken) {
    start += varint(stream, &broken);
    if (start > text->size) return BAD_STREAM;
    starts[count++] = (u32)start;
  }
  if (broken) return BAD_STREAM;
  text->starts = starts;
  text->functions = count ? count - 1 : 0;
  return OK;
}

static int unpack_text_at(struct unpacking *unpacking, const struct part *part, u8 *out) {
  struct text *text = &unpacking->text;
  const struct program *program = unpacking->program;
  *text = (struct text){.at = out, .size = part->bytes, .address = part->address};
  /* What pclntab() takes lies behind them, so that they have their slack. */
  text->marks = take_pages(program, unpacking->arena, marks_size(part->bytes / QUANTUM));
  u32 *starts = take(unpacking->arena, program->streams[part->first_stream].bytes * (u64)sizeof *starts);
  if (!text->marks || !starts) return NO_MEMORY;

  struct arena before = *unpacking->arena;
  u8 *spare = lend_spare(unpacking, PART_PCLNTAB);
  int fault = OK;
  struct stream *streams = open_streams(unpacking, part, &fault);
  if (!fault) fault = read_starts(text, starts, streams);
  if (!fault) fault = rebuild_text(text, streams + 1, unpacking->arena);
  /* A table is unpacked into zeros. */
  if (spare) __builtin_memset(spare, 0, (u64)(unpacking->spare.at - spare));
  unpacking->spare = (struct arena){0};
  return fault ? fault : release(program, unpacking->arena, before);
}

/* What is in memory behind the text was unpacked before it, and is kept. */
static int unpack_text(struct unpacking *unpacking, const struct part *part) {
  u8 *out = place_of(unpacking->program, part);
  if (!out || part->streams != TEXT_STREAMS || part->bytes > 0xffffffff || unpacking->text.at) return BAD_HEADER;
  u8 *end = out + part->bytes;
  u64 page = 0;
  int fault = close_raw(unpacking);
  if (!fault) fault = lend_page(unpacking->program, (u64)end + TEXT_SLACK - 1, &page);
  if (fault) return fault;

  u8 behind[TEXT_SLACK];
  __builtin_memcpy(behind, end, TEXT_SLACK);
  fault = unpack_text_at(unpacking, part, out);
  __builtin_memcpy(end, behind, TEXT_SLACK);
  give_page_back(unpacking->program, page);
  return fault;
}

/* Everything that is unpacked already is in the segments. */
static struct range *ranges_of(const struct program *program, struct arena *arena) {
  u32 count = program->payload->segments;
  struct range *ranges = take(arena, count * (u64)sizeof *ranges);
  for (u32 i = 0; i < count && ranges; i++) {
    const struct segment *segment = &program->segments[i];
    ranges[i] = (struct range){(const u8 *)segment->address, segment->address, segment->file_bytes};
  }
  return ranges;
}

static int unpack_pclntab(struct unpacking *unpacking, const struct part *part) {
  const struct program *program = unpacking->program;
  u8 *out = place_of(program, part);
  if (!out || !unpacking->text.at) return BAD_HEADER;
  int fault = OK;
  struct memory memory = {ranges_of(program, unpacking->arena), program->payload->segments};
  struct stream *streams = open_streams(unpacking, part, &fault);
  if (!memory.ranges) fault = NO_MEMORY;
  if (fault) return fault;
  return pclntab(out, part->bytes, part->address, &unpacking->text, QUANTUM, stack_effect, streams, part->streams,
                 &memory, unpacking->arena);
}

static NOINLINE int unpack_part(struct unpacking *unpacking, const struct part *part) {
  u64 streams = unpacking->program->payload->streams;
  if (part->first_stream > streams || part->streams > streams - part->first_stream) return BAD_HEADER;
  switch (part->kind) {
    case PART_RAW:
      return unpack_raw(unpacking, part);
    case TEXT_KIND:
      return unpack_text(unpacking, part);
    case PART_PCLNTAB:
      return unpack_pclntab(unpacking, part);
    case PART_FILE:
      return OK;
    default:
      return BAD_HEADER;
  }
}

int unpack(const struct program *program, struct arena *arena) {
  struct unpacking unpacking = {.program = program, .arena = arena, .raw_stream = NONE};
  u32 streams = program->payload->streams;
  unpacking.tables.at = take(arena, ZSTD_SCRATCH);
  unpacking.offsets = take(arena, streams * (u64)sizeof *unpacking.offsets);
  if (!unpacking.tables.at || !unpacking.offsets) return NO_MEMORY;
  unpacking.tables.end = unpacking.tables.at + ZSTD_SCRATCH;
  for (u32 i = 1; i < streams; i++) unpacking.offsets[i] = unpacking.offsets[i - 1] + program->streams[i - 1].length;
  unpacking.before_raw = *arena;

  int fault = OK;
  for (u32 i = 0; i < program->payload->parts && !fault; i++) fault = unpack_part(&unpacking, &program->parts[i]);
  return fault;
}
