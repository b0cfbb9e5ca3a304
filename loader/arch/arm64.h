/* Linux on arm64. */
#define MACHINE 183
#define TEXT_KIND 2
#define TEXT_STREAMS 26 /* `starts` and those of text_arm64.c */
#define QUANTUM 4
#define rebuild_text text_arm64
#define stack_effect stack_effect_arm64

enum {
  CALL_CLOSE = 57,
  CALL_WRITE = 64,
  CALL_EXIT_GROUP = 94,
  CALL_SIGPROCMASK = 135,
  CALL_MUNMAP = 215,
  CALL_MMAP = 222,
  CALL_MPROTECT = 226,
  CALL_MADVISE = 233,
  CALL_MEMFD_CREATE = 279
};

static inline i64 system_call(i64 call, u64 a, u64 b, u64 c, u64 d, u64 e, u64 f) {
  register i64 x8 __asm__("x8") = call;
  register u64 x0 __asm__("x0") = a;
  register u64 x1 __asm__("x1") = b;
  register u64 x2 __asm__("x2") = c;
  register u64 x3 __asm__("x3") = d;
  register u64 x4 __asm__("x4") = e;
  register u64 x5 __asm__("x5") = f;
  __asm__ volatile("svc #0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5) : "memory");
  return (i64)x0;
}

/* Code that was written is in the data cache. CTR_EL0 says how long the caches' lines are, and what needs no call. */
static inline void make_code_visible(u64 from, u64 end) {
  u64 caches;
  __asm__ volatile("mrs %0, ctr_el0" : "=r"(caches));
  u64 data = 4ull << (caches >> 16 & 15), code = 4ull << (caches & 15);
  if (!(caches >> 28 & 1))
    for (u64 line = from & -data; line < end; line += data) __asm__ volatile("dc cvau, %0" : : "r"(line) : "memory");
  __asm__ volatile("dsb ish" : : : "memory");
  if (!(caches >> 29 & 1))
    for (u64 line = from & -code; line < end; line += code) __asm__ volatile("ic ivau, %0" : : "r"(line) : "memory");
  __asm__ volatile("dsb ish\n\tisb" : : : "memory");
}

/*
 * The kernel starts a program with its stack pointer at the number of arguments and with zeros in the other registers.
 * So does this, except for x16, through which code that guards its branches can be reached.
 */
#define ENTRY                                                                                                          \
  ".pushsection .text._start, \"ax\"\n.globl _start\n.hidden _start\n_start:\n"                                        \
  "mov x0, sp\nmov x19, sp\nbl start\nmov sp, x19\nmov x16, x0\n"                                                      \
  ".irp n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19, 29, 30\nmov x\\n, #0\n.endr\n"            \
  "br x16\n.popsection\n"
