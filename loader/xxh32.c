/* XXH32 with seed 0, as https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md describes it. */
#include "loader.h"

#define PRIME_1 2654435761u
#define PRIME_2 2246822519u
#define PRIME_3 3266489917u
#define PRIME_4 668265263u
#define PRIME_5 374761393u

static inline u32 rotate(u32 value, int bits) { return value << bits | value >> (32 - bits); }

static inline u32 mixed(u32 lane, const u8 *at) { return rotate(lane + u32_at(at) * PRIME_2, 13) * PRIME_1; }

/* Four lanes, for as long as there are 16 bytes. They do not wait for each other. */
static u32 stripes(const u8 *at, u64 count) {
  u32 a = PRIME_1 + PRIME_2;
  u32 b = PRIME_2;
  u32 c = 0;
  u32 d = -PRIME_1;
  for (; count; count--, at += 16) {
    a = mixed(a, at);
    b = mixed(b, at + 4);
    c = mixed(c, at + 8);
    d = mixed(d, at + 12);
  }
  return rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18);
}

u32 xxh32(const u8 *data, u64 size) {
  u32 hash = (size >= 16 ? stripes(data, size / 16) : PRIME_5) + (u32)size;
  const u8 *end = data + size;
  const u8 *at = end - size % 16;
  for (; end - at >= 4; at += 4) hash = rotate(hash + u32_at(at) * PRIME_3, 17) * PRIME_4;
  for (; at < end; at++) hash = rotate(hash + *at * PRIME_5, 11) * PRIME_1;
  hash = (hash ^ hash >> 15) * PRIME_2;
  hash = (hash ^ hash >> 13) * PRIME_3;
  return hash ^ hash >> 16;
}
