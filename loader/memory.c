/* Memory, where there is no libc. */
#include "loader.h"

typedef __UINTPTR_TYPE__ address;

void *take(struct arena *arena, u64 size) {
  u64 padding = -(address)arena->at & 15;
  u64 left = arena->end - arena->at;
  if (padding > left || size > left - padding) return 0;
  u8 *at = arena->at + padding;
  arena->at = at + size;
  return at;
}

/* gcc makes calls of these of its own accord. Programs for tests have those of libc, which the sanitizer checks. */
#ifndef HOST

typedef __SIZE_TYPE__ size;

#if defined(__x86_64__) || defined(__i386__)

void *memcpy(void *to, const void *from, size count) {
  void *at = to;
  __asm__ volatile("rep movsb" : "+D"(at), "+S"(from), "+c"(count) : : "memory");
  return to;
}

void *memset(void *to, int byte, size count) {
  void *at = to;
  __asm__ volatile("rep stosb" : "+D"(at), "+c"(count) : "a"(byte) : "memory");
  return to;
}

#else

typedef u64 word __attribute__((aligned(1), may_alias));

/* Without this, gcc would see what these loops are and make them calls of themselves. */
#define PLAIN_LOOP __attribute__((optimize("no-tree-loop-distribute-patterns")))

PLAIN_LOOP void *memcpy(void *to, const void *from, size count) {
  u8 *at = to;
  const u8 *source = from;
  for (; count >= 8; count -= 8, at += 8, source += 8) *(word *)at = *(const word *)source;
  for (; count; count--) *at++ = *source++;
  return to;
}

PLAIN_LOOP void *memset(void *to, int byte, size count) {
  u8 *at = to;
  word eight = 0x0101010101010101ull * (u8)byte;
  for (; count >= 8; count -= 8, at += 8) *(word *)at = eight;
  for (; count; count--) *at++ = (u8)byte;
  return to;
}

#endif

void *memmove(void *to, const void *from, size count) {
  if ((address)to - (address)from >= count) return memcpy(to, from, count);
  u8 *at = (u8 *)to + count;
  const u8 *source = (const u8 *)from + count;
  for (; count; count--) {
    *--at = *--source;
    /* As above. */
    __asm__ volatile("" : : : "memory");
  }
  return to;
}

#endif
