/*
 * How a packed program starts. The kernel has mapped the packed file, far from where the program goes, and has put the
 * arguments, the environment and the auxiliary vector on the stack. The stack stays as it is, so that it does not matter
 * how much is on it.
 */
#include "arch.h"
#include "program.h"

__asm__(ENTRY);

enum { AT_NULL = 0, AT_PHDR = 3, AT_PHNUM = 5, AT_PAGESZ = 6, AT_ENTRY = 9 };

/* Pairs of a type and a value. The last has the type AT_NULL. */
static u64 *auxiliary_vector(u64 *stack) {
  u64 arguments = *stack;
  u64 *variable = stack + 1 + arguments + 1;
  while (*variable) variable++;
  return variable + 1;
}

static u64 page_size(const u64 *auxiliary) {
  for (; *auxiliary != AT_NULL; auxiliary += 2)
    if (*auxiliary == AT_PAGESZ) return auxiliary[1];
  return 4096;
}

/* What the kernel would have written for the linked program. */
static void describe_program(u64 *auxiliary, const struct payload *payload) {
  for (; *auxiliary != AT_NULL; auxiliary += 2) {
    if (*auxiliary == AT_PHDR) auxiliary[1] = payload->headers;
    if (*auxiliary == AT_PHNUM) auxiliary[1] = payload->header_count;
    if (*auxiliary == AT_ENTRY) auxiliary[1] = payload->entry;
  }
}

static int load(struct program *program) {
  int fault = find_payload(program);
  if (fault) return fault;
  struct arena arena;
  fault = map_segments(program);
  if (!fault) fault = map_arena(program, &arena);
  if (fault) return fault;
  fault = unpack(program, &arena);
  unmap_arena(program, &arena);
  return fault ? fault : set_rights(program);
}

/* Returns where the program begins. */
u64 start(u64 *stack) {
  u64 *auxiliary = auxiliary_vector(stack);
  struct program program = {.page = page_size(auxiliary)};
  int fault = load(&program);
  if (fault) fail(fault);
  describe_program(auxiliary, program.payload);
  return program.payload->entry;
}
