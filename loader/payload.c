/* Finds the payload and checks it, before anything else is done. */
#include "arch.h"
#include "program.h"

/* "bantam", 0 and the version of the format, which is 1. */
#define MAGIC 0x01006d61746e6162ull

/*
 * The first bytes of the loader (see loader.ld). The packer writes into them how far behind them the payload begins, and
 * how many bytes it has.
 */
__asm__(".pushsection .place, \"a\"\nplace: .quad 0, 0\n.popsection");
extern const struct place {
  u64 distance;
  u64 bytes;
} place[]; /* of unknown size to the compiler, since the payload is reached from here */

/*
 * The end of a file that was cut short is missing in memory, and a program that reads there gets a signal. The kernel gets
 * none: asked to do something unknown with a set of signals, it reads the set first.
 */
static int is_readable(const u8 *at) {
  const i64 EFAULT = 14;
  return system_call(CALL_SIGPROCMASK, -1, (u64)at, 0, 8, 0, 0) != -EFAULT;
}

static int find_tables(struct program *program) {
  const struct payload *payload = program->payload;
  u64 segments = payload->segments * (u64)sizeof(struct segment);
  u64 parts = payload->parts * (u64)sizeof(struct part);
  u64 streams = payload->streams * (u64)sizeof(struct packed_stream);
  if (payload->machine != MACHINE || payload->head != sizeof *payload + segments + parts + streams) return BAD_HEADER;
  if (payload->head > payload->bytes) return BAD_HEADER;
  program->segments = (const void *)(payload + 1);
  program->parts = (const void *)((const u8 *)program->segments + segments);
  program->streams = (const void *)((const u8 *)program->parts + parts);
  program->packed = (const u8 *)payload + payload->head;
  u64 packed = 0;
  for (u32 i = 0; i < payload->streams; i++) packed += program->streams[i].length;
  return packed == payload->bytes - payload->head ? OK : BAD_HEADER;
}

int find_payload(struct program *program) {
  const u8 *at = (const u8 *)place + place->distance;
  const struct payload *payload = (const void *)at;
  program->payload = payload;
  if (place->bytes < sizeof *payload || !is_readable(at + place->bytes - 8)) return BAD_CHECK;
  if (payload->magic != MAGIC || payload->bytes != place->bytes) return BAD_HEADER;
  const u32 unchecked = 16;
  if (xxh32(at + unchecked, place->bytes - unchecked) != payload->check) return BAD_CHECK;
  return find_tables(program);
}
