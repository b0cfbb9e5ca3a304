/* The one line that a program prints which cannot start. */
#include "arch.h"
#include "program.h"

#define LINE(words) "bantam: " words "\n\0"

/* In the order of the faults' numbers, the first of which is 1. A table of pointers would have to be relocated. */
static const char lines[] =
  LINE("this program is damaged (header)")
  LINE("this program is damaged (check)")
  LINE("this program is damaged (frame)")
  LINE("this program is damaged (stream)")
  LINE("there is not enough memory to unpack this program")
  LINE("the memory that this program must have is not free")
  LINE("the system refuses executable memory, which this program needs");

static u64 length(const char *line) {
  u64 count = 0;
  while (line[count]) count++;
  return count;
}

_Noreturn void fail(int fault) {
  const int error_output = 2, status = 127;
  const char *line = lines;
  while (--fault > 0) line += length(line) + 1;
  system_call(CALL_WRITE, error_output, (u64)line, length(line), 0, 0, 0);
  for (;;) system_call(CALL_EXIT_GROUP, status, 0, 0, 0, 0, 0);
}
