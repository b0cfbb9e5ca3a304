/* The packed program, as the loader finds it in memory, and what the files of the loader do with it. */
#ifndef PROGRAM_H
#define PROGRAM_H

#include "loader.h"

/* What follows is as it is in the file: docs/packed-format.md. */
struct segment {
  u64 address;
  u64 file_bytes;
  u64 bytes;
  u64 offset;
  u32 rights; /* PF_X, PF_W and PF_R */
  u32 zero;
};

struct part {
  u16 kind;
  u16 streams;
  u32 first_stream;
  u64 address;
  u64 bytes;
  u64 parameter;
};

enum { PART_RAW = 0, PART_PCLNTAB = 3, PART_FILE = 4 };

struct packed_stream {
  u32 length; /* bytes in the payload */
  u32 bytes;
};

struct payload {
  u64 magic;
  u32 head;
  u32 check;
  u64 bytes;
  u64 entry;
  u64 headers;
  u32 header_count;
  u32 machine;
  u64 linked_bytes;
  u64 scratch;
  u32 segments;
  u32 parts;
  u32 streams;
  u32 zero;
};

struct program {
  const struct payload *payload;
  const struct segment *segments;
  const struct part *parts;
  const struct packed_stream *streams;
  const u8 *packed; /* the streams' bytes */
  u64 page;         /* bytes of a page of memory */
};

/* payload.c. Finds the payload, and checks that it is whole and that its tables lie in it. */
int find_payload(struct program *program);

/* map.c */
int map_segments(const struct program *program);
int map_arena(const struct program *program, struct arena *arena);
void unmap_arena(const struct program *program, struct arena *arena);
/* `take` for memory that is going to be filled. */
void *take_pages(const struct program *program, struct arena *arena, u64 size);
/* Takes back what was taken since `before`. */
int release(const struct program *program, struct arena *arena, struct arena before);
/* Sees to it that the page with this address can be written to: lends it, where no segment has it. */
int lend_page(const struct program *program, u64 address, u64 *lent);
void give_page_back(const struct program *program, u64 lent);
/* The rights that each segment has in the linked program. Nothing can be written to code afterwards. */
int set_rights(const struct program *program);

/* unpack.c */
int unpack(const struct program *program, struct arena *arena);

/* fail.c */
_Noreturn void fail(int fault);

static inline u64 page_of(const struct program *program, u64 address) { return address & -program->page; }
static inline u64 page_end(const struct program *program, u64 address) {
  return page_of(program, address + program->page - 1);
}

#endif
