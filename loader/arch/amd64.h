/* Linux on x86-64. */
#define MACHINE 62
#define TEXT_KIND 1
#define TEXT_STREAMS 23 /* `starts` and those of text_x86.c */
#define QUANTUM 1
#define rebuild_text text_x86
#define stack_effect stack_effect_x86

enum {
  CALL_WRITE = 1,
  CALL_CLOSE = 3,
  CALL_MMAP = 9,
  CALL_MPROTECT = 10,
  CALL_MUNMAP = 11,
  CALL_SIGPROCMASK = 14,
  CALL_MADVISE = 28,
  CALL_EXIT_GROUP = 231,
  CALL_MEMFD_CREATE = 319
};

static inline i64 system_call(i64 call, u64 a, u64 b, u64 c, u64 d, u64 e, u64 f) {
  i64 result;
  register u64 r10 __asm__("r10") = d;
  register u64 r8 __asm__("r8") = e;
  register u64 r9 __asm__("r9") = f;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(call), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return result;
}

/* The processor sees by itself that code was written. */
static inline void make_code_visible(u64 from, u64 end) { (void)from, (void)end; }

/*
 * The kernel starts a program with its stack pointer at the number of arguments and with zeros in the other registers.
 * So does this. The address to go to lies below the stack, where nothing is kept.
 */
#define ENTRY                                                                                                          \
  ".pushsection .text._start, \"ax\"\n.globl _start\n.hidden _start\n_start:\n"                                        \
  "mov %rsp, %rdi\nmov %rsp, %rbx\nand $-16, %rsp\ncall start\nmov %rbx, %rsp\nmov %rax, -8(%rsp)\n"                   \
  ".irp n, eax, ebx, ecx, edx, esi, edi, r8d, r9d, r10d, r11d\nxor %\\n, %\\n\n.endr\n"                                 \
  "jmp *-8(%rsp)\n.popsection\n"
