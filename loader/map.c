/* The memory of the program and of the loader's own work. */
#include "arch.h"
#include "program.h"

enum { PROT_READ = 1, PROT_WRITE = 2, PROT_EXEC = 4 };
enum { PF_X = 1, PF_W = 2, PF_R = 4 };
enum { MAP_PRIVATE = 2, MAP_FIXED = 0x10, MAP_ANONYMOUS = 0x20, MAP_FIXED_NOREPLACE = 0x100000 };
enum { MADV_POPULATE_WRITE = 23 };
enum { MFD_CLOEXEC = 1, MFD_NOEXEC_SEAL = 8 };
enum { ENOMEM = 12 };

/* Addresses and sizes from here on are refused, so that their sums are numbers of 64 bits. */
#define TOO_MUCH (1ull << 60)

static i64 map_zeros(u64 at, u64 size, u64 flags) {
  return system_call(CALL_MMAP, at, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | flags, -1, 0);
}

/*
 * Has the kernel make the pages of memory at once, which takes less time than one after the other. Kernels before 5.14 do
 * not know the request, and make each when it is used.
 */
static void populate(const struct program *program, u64 address, u64 size) {
  u64 from = page_of(program, address);
  system_call(CALL_MADVISE, from, page_end(program, address + size) - from, MADV_POPULATE_WRITE, 0, 0, 0);
}

static int map_segment(const struct program *program, const struct segment *segment) {
  if (segment->address >= TOO_MUCH || segment->bytes >= TOO_MUCH) return BAD_HEADER;
  if (segment->file_bytes > segment->bytes) return BAD_HEADER;
  if ((segment->rights & PF_W) && (segment->rights & PF_X)) return NO_RIGHTS;
  if (!segment->bytes) return OK;
  u64 from = page_of(program, segment->address);
  u64 size = page_end(program, segment->address + segment->bytes) - from;
  i64 at = map_zeros(from, size, MAP_FIXED_NOREPLACE);
  if (at == -ENOMEM) return NO_MEMORY;
  /* Kernels before 4.17 do not know the flag. They take another place where this one is not free. */
  if (at != (i64)from) return NO_PLACE;
  populate(program, segment->address, segment->file_bytes);
  return OK;
}

int map_segments(const struct program *program) {
  int fault = OK;
  for (u32 i = 0; i < program->payload->segments && !fault; i++) fault = map_segment(program, &program->segments[i]);
  return fault;
}

int map_arena(const struct program *program, struct arena *arena) {
  if (program->payload->scratch >= TOO_MUCH) return BAD_HEADER;
  u64 size = page_end(program, program->payload->scratch + 1);
  i64 at = map_zeros(0, size, 0);
  if (at < 0) return NO_MEMORY;
  arena->at = (u8 *)at;
  arena->end = arena->at + size;
  return OK;
}

void unmap_arena(const struct program *program, struct arena *arena) {
  u64 size = page_end(program, program->payload->scratch + 1);
  system_call(CALL_MUNMAP, (u64)arena->end - size, size, 0, 0, 0, 0);
}

void *take_pages(const struct program *program, struct arena *arena, u64 size) {
  void *taken = take(arena, size);
  if (taken) populate(program, (u64)taken, size);
  return taken;
}

int release(const struct program *program, struct arena *arena, struct arena before) {
  u64 whole_pages = page_end(program, (u64)before.at);
  u64 used = page_end(program, (u64)arena->at);
  *arena = before;
  __builtin_memset(before.at, 0, whole_pages - (u64)before.at);
  if (used == whole_pages) return OK;
  return map_zeros(whole_pages, used - whole_pages, MAP_FIXED) == (i64)whole_pages ? OK : NO_MEMORY;
}

static int is_in_segment(const struct program *program, u64 address) {
  for (u32 i = 0; i < program->payload->segments; i++) {
    const struct segment *segment = &program->segments[i];
    u64 from = page_of(program, segment->address);
    if (address >= from && address < page_end(program, segment->address + segment->bytes)) return 1;
  }
  return 0;
}

int lend_page(const struct program *program, u64 address, u64 *lent) {
  *lent = 0;
  if (is_in_segment(program, address)) return OK;
  u64 page = page_of(program, address);
  if (map_zeros(page, program->page, MAP_FIXED_NOREPLACE) != (i64)page) return NO_PLACE;
  *lent = page;
  return OK;
}

void give_page_back(const struct program *program, u64 lent) {
  if (lent) system_call(CALL_MUNMAP, lent, program->page, 0, 0, 0, 0);
}

static int write_all(i64 file, u64 from, u64 size) {
  while (size) {
    i64 written = system_call(CALL_WRITE, (u64)file, from, size, 0, 0, 0);
    if (written <= 0) return NO_MEMORY;
    from += (u64)written;
    size -= (u64)written;
  }
  return OK;
}

/*
 * Where the system lets nothing become code that was written before (MemoryDenyWriteExecute of systemd), the bytes go into
 * a file that is in memory only, and code is mapped from it.
 */
static int map_from_file(u64 at, u64 size, u64 rights) {
  const char *name = "bantam";
  i64 file = system_call(CALL_MEMFD_CREATE, (u64)name, MFD_CLOEXEC | MFD_NOEXEC_SEAL, 0, 0, 0, 0);
  /* Kernels before 6.3 do not know the second flag, without which newer ones may refuse: see vm.memfd_noexec. */
  if (file < 0) file = system_call(CALL_MEMFD_CREATE, (u64)name, MFD_CLOEXEC, 0, 0, 0, 0);
  if (file < 0) return NO_RIGHTS;
  int fault = write_all(file, at, size);
  if (!fault && system_call(CALL_MMAP, at, size, rights, MAP_PRIVATE | MAP_FIXED, (u64)file, 0) != (i64)at)
    fault = NO_RIGHTS;
  system_call(CALL_CLOSE, (u64)file, 0, 0, 0, 0, 0);
  return fault;
}

static u64 protection(u32 rights) {
  u64 protection = 0;
  if (rights & PF_R) protection |= PROT_READ;
  if (rights & PF_W) protection |= PROT_WRITE;
  if (rights & PF_X) protection |= PROT_EXEC;
  return protection;
}

static int set_rights_of(const struct program *program, const struct segment *segment) {
  if (!segment->bytes) return OK;
  u64 rights = protection(segment->rights);
  u64 from = page_of(program, segment->address);
  u64 size = page_end(program, segment->address + segment->bytes) - from;
  if (rights & PROT_EXEC) make_code_visible(from, from + size);
  if (system_call(CALL_MPROTECT, from, size, rights, 0, 0, 0) == 0) return OK;
  if (!(rights & PROT_EXEC)) return NO_RIGHTS;
  return map_from_file(from, size, rights);
}

int set_rights(const struct program *program) {
  int fault = OK;
  for (u32 i = 0; i < program->payload->segments && !fault; i++) fault = set_rights_of(program, &program->segments[i]);
  return fault;
}
