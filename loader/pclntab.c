/* Go's table of functions, from pctab on: src/pack/bantam/pclntab/decode.ts in C. */
#include "pclntab.h"

enum {
  PAIR = 8,         /* of functab */
  RECORD_SIZE = 44, /* before its lists */
  MOST_TABLES = 35,
  INLINE_TREE = 3,
  NODE_SIZE = 16
};
static const u32 NO_DATA = 0xffffffff;

static void put_u32(u8 *to, u32 value) { __builtin_memcpy(to, &value, 4); }

static i32 signed_number(struct pclntab *p, u32 column) { return unzigzag(number(p, column)); }

/* Memory that will run at this distance from the part; 0 where none is unpacked. */
static const u8 *memory_at(const struct pclntab *p, i64 distance, u64 size) {
  u64 address = p->address + (u64)distance;
  if (!size) return p->out;
  for (u32 i = 0; i < p->memory->count; i++) {
    const struct range *range = p->memory->ranges + i;
    if (address < range->address || address - range->address > range->size) continue;
    if (size <= range->size - (address - range->address)) return range->at + (address - range->address);
  }
  return 0;
}

/* Whether a table is behind the records, and in the part. */
static int is_behind(const struct pclntab *p, u64 at, u64 size) {
  u64 end = (u64)p->layout.pc_values + p->layout.records;
  return at >= end && at <= p->size && size <= p->size - at;
}

/* More would be of no use, and its bytes would not be counted right in 32 bits. */
static const u32 MOST = 0x0fffffff;

static int read_layout(struct pclntab *p) {
  struct layout *layout = &p->layout;
  u32 numbers[sizeof *layout / 4];
  for (u32 i = 0; i < sizeof numbers / 4; i++) numbers[i] = number(p, LAYOUT);
  __builtin_memcpy(layout, numbers, sizeof *layout);
  layout->base = (u32)unzigzag(layout->base);
  i32 names = unzigzag(layout->names_distance), units = unzigzag(layout->units_distance);
  layout->data_distance = (u32)unzigzag(layout->data_distance);

  if (p->broken || (layout->pointer_size != 4 && layout->pointer_size != 8)) return BAD_STREAM;
  if (layout->data_where > DATA_IN_MEMORY || (layout->data_width != 3 && layout->data_width != 4)) return BAD_STREAM;
  if (layout->instructions > MOST || layout->tables > MOST || layout->names_count > MOST) return BAD_STREAM;
  if (layout->data_nodes > MOST || p->size > 0x7fffffff) return BAD_STREAM;
  if ((u64)layout->pc_values + layout->records > p->size || layout->pc_values < 1) return BAD_STREAM;
  if (layout->data_where == DATA_IN_PART && !is_behind(p, layout->data_distance, layout->data_size)) return BAD_STREAM;
  if (layout->index_size && !is_behind(p, layout->index_at, layout->index_size)) return BAD_STREAM;

  p->names = memory_at(p, names, layout->names_size);
  p->units = memory_at(p, units, 4 * (u64)layout->units_count);
  return p->names && p->units ? OK : BAD_STREAM;
}

static void *take_or(struct arena *arena, u64 size, int *fault) {
  void *taken = take(arena, size);
  if (!taken) *fault = NO_MEMORY;
  return taken;
}

static NOINLINE int take_memory(struct pclntab *p, struct arena *arena) {
  const struct layout *layout = &p->layout;
  u64 names = 4 * ((u64)layout->names_count + 1);
  u64 instructions = (u64)layout->instructions + INSTRUCTION_SLACK;
  u64 table = 10 * (u64)layout->instructions + TABLE_SLACK;
  u64 nodes = (u64)layout->data_nodes + 1;
  u64 known = 2;
  while (known < 2 * ((u64)layout->tables + 1)) known *= 2;
  p->known_mask = (u32)known - 1;
  int fault = OK;
  p->name_offsets = take_or(arena, names, &fault);
  p->name_lines = take_or(arena, names, &fault);
  p->name_files = take_or(arena, names, &fault);
  p->at = take_or(arena, 4 * instructions, &fault);
  p->after_stack = take_or(arena, 4 * instructions, &fault);
  p->calls = take_or(arena, 4 * instructions, &fault);
  p->inlined_ends = take_or(arena, 4 * instructions, &fault);
  p->inlined_values = take_or(arena, 4 * instructions, &fault);
  p->bytes = take_or(arena, table, &fault);
  p->inlined_bytes = take_or(arena, table, &fault);
  p->contexts = take_or(arena, sizeof *p->contexts * nodes, &fault);
  p->firsts = take_or(arena, 4 * nodes, &fault);
  p->covered = take_or(arena, layout->data_where == DATA_IN_PART ? ((u64)layout->data_size + 3) / 4 : 0, &fault);
  p->found_files = take_or(arena, sizeof *p->found_files * FOUND_FILES, &fault);
  p->known = take_or(arena, 4 * known, &fault);
  return fault;
}

/* Finds where the names begin: each ends with a zero byte. */
static int read_names(struct pclntab *p) {
  u32 count = 0, start = 0;
  for (u32 at = 0; at < p->layout.names_size; at++) {
    if (p->names[at]) continue;
    if (count >= p->layout.names_count) return BAD_STREAM;
    p->name_offsets[count++] = start;
    start = at + 1;
  }
  return count == p->layout.names_count ? OK : BAD_STREAM;
}

/* The number of the name that begins there, or `names_count`. */
static u32 name_at(const struct pclntab *p, u32 offset) {
  u32 low = 0, high = p->layout.names_count;
  while (low < high) {
    u32 middle = low + (high - low) / 2;
    if (p->name_offsets[middle] < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < p->layout.names_count && p->name_offsets[low] == offset ? low : p->layout.names_count;
}

/* The number of a name: 0 for the next, else the number plus 1. */
static u32 name_of(struct pclntab *p, u32 code) {
  u32 name = code ? code - 1 : p->next_name;
  if (name >= p->layout.names_count) {
    p->broken = 1;
    return 0;
  }
  if (name >= p->next_name) p->next_name = name + 1;
  return name;
}

/* The line where the function of this name starts: 0 for the one that is known, else `line`, which is known from now on. */
static i32 line_of(struct pclntab *p, u32 name, u32 code, i32 line) {
  if (p->broken) return 0;
  if (code) p->name_lines[name] = (u32)line + 1;
  return (i32)(p->name_lines[name] - 1);
}

static u32 padding_at(const struct pclntab *p, u32 at) {
  return p->shift ? u32_at(p->text->at + at) : p->text->at[at];
}

/* Where the function ends: before the padding, or as far from there as the shape says. 0: in another function. */
static u32 end_of(struct pclntab *p, u32 start, u32 next, u32 shape) {
  u32 quantum = 1u << p->shift, end = next;
  while (end - start >= quantum && padding_at(p, end - quantum) == p->layout.padding) end -= quantum;
  i64 moved = shape < SHAPE_END ? 0 : (i64)unzigzag(shape - SHAPE_END) * quantum;
  if (end + moved < start || end + moved > next) p->broken = 1;
  return p->broken ? start : (u32)(end + moved);
}

static void add_context(struct pclntab *p, u32 name, i32 line) {
  p->contexts[p->context_count++] = (struct context){name, line, -1, 0};
}

/* The pc of an inlined call: how many instructions before the first of its node, or else as it is. */
static u32 read_node_pc(struct pclntab *p, u32 first) {
  u32 code = number(p, NODE_PCS);
  if (!code) return number(p, NODE_PCS);
  i64 instruction = (i64)first - 1 - unzigzag(code - 1);
  if (!first || instruction < 0 || instruction > p->count) p->broken = 1;
  return p->broken ? 0 : p->at[instruction] - p->at[0];
}

static void read_node(struct pclntab *p, u8 *to, u32 first) {
  u32 id = byte_of(p, NODE_IDS);
  u32 name = name_of(p, big_endian(p, NODE_NAMES, 3));
  u32 code = number(p, NODE_LINES);
  i32 line = line_of(p, name, code, (i32)(code - 1));
  u32 pc = read_node_pc(p, first);
  if (p->broken) return;
  put_u32(to, id);
  put_u32(to + 4, p->name_offsets[name]);
  put_u32(to + 8, pc);
  put_u32(to + 12, (u32)line);
  add_context(p, name, line);
}

/* A node that is in memory already, as they are before Go 1.26. */
static void know_node(struct pclntab *p, const u8 *node) {
  u32 name = name_at(p, u32_at(node + 4));
  if (name >= p->layout.names_count) p->broken = 1;
  if (p->broken) return;
  name_of(p, name + 1);
  i32 line = (i32)u32_at(node + 12);
  p->name_lines[name] = (u32)line + 1;
  add_context(p, name, line);
}

/* How many nodes the instructions tell of. */
static u32 nodes_told(const struct pclntab *p) {
  u32 nodes = 0;
  for (u32 i = 0; i < p->inlined_count; i++) {
    if (p->inlined_values[i] >= (i32)nodes) nodes = (u32)p->inlined_values[i] + 1;
  }
  return nodes;
}

static void find_firsts(struct pclntab *p, u32 nodes) {
  for (u32 i = 0; i < nodes; i++) p->firsts[i] = 0;
  u32 from = 0;
  for (u32 i = 0; i < p->inlined_count; i++) {
    u32 node = (u32)p->inlined_values[i];
    if (node < nodes && !p->firsts[node]) p->firsts[node] = from + 1;
    from = p->inlined_ends[i];
  }
}

/* Marks 4 bytes each. Returns 0 where a tree is already, or cannot be. */
static int is_new_tree(const struct pclntab *p, u32 offset) {
  return offset < p->layout.data_size && offset % 4 == 0 && !p->covered[offset / 4];
}

static NOINLINE void read_tree(struct pclntab *p, u32 offset) {
  const struct layout *layout = &p->layout;
  int in_part = layout->data_where == DATA_IN_PART;
  if (offset == NO_DATA || layout->data_where == DATA_UNKNOWN || (in_part && !is_new_tree(p, offset))) return;
  i64 nodes = (i64)nodes_told(p) + unzigzag(number(p, NODE_COUNTS));
  if (nodes < 0 || nodes > layout->data_nodes || offset + NODE_SIZE * (u64)nodes > layout->data_size) p->broken = 1;
  if (p->broken) return;
  p->last_data[0] = offset + NODE_SIZE * (u32)nodes;
  if (in_part) {
    u8 *to = p->out + layout->data_distance + offset;
    find_firsts(p, (u32)nodes);
    for (u32 i = 0; i < nodes; i++) read_node(p, to + NODE_SIZE * (u64)i, p->firsts[i]);
    for (u32 i = 0; i < 4 * nodes; i++) p->covered[offset / 4 + i] = 1;
    return;
  }
  const u8 *from = memory_at(p, (i64)(i32)layout->data_distance + offset, NODE_SIZE * (u64)nodes);
  if (!from) p->broken = 1;
  for (u32 i = 0; i < nodes && !p->broken; i++) know_node(p, from + NODE_SIZE * (u64)i);
}

struct record {
  u8 *at;
  u32 tables; /* with those that each record has */
  u32 data;
  u32 name;
  i32 line;
  int is_raw;
};

/* The slot of a record's table by its place in pctab: what is inlined comes last. */
static u32 slot_at(const struct record *record, u32 place) {
  if (record->tables <= TABLE_INLINED || place < TABLE_INLINED) return place;
  return place + 1 < record->tables ? place + 1 : TABLE_INLINED;
}

static void put_table(const struct record *record, u32 slot, u32 offset) {
  put_u32(record->at + (slot < FIXED_TABLES ? 16 + 4 * slot : RECORD_SIZE + 4 * (slot - FIXED_TABLES)), offset);
}

static void place_table(struct pclntab *p, const struct record *record, u32 slot, u32 reference, u32 inlined_size) {
  u32 offset = 0;
  if (reference >= REFERENCE_BACK) {
    u32 back = reference - REFERENCE_BACK + 1;
    if (back < p->next_table) offset = p->next_table - back;
  } else if (record->is_raw) {
    offset = copy_raw_table(p);
  } else if (slot == TABLE_INLINED) {
    offset = inlined_size ? settle_table(p, p->inlined_bytes, inlined_size, reference) : 0;
  } else {
    u32 size = read_table(p, slot, p->bytes);
    offset = size ? settle_table(p, p->bytes, size, reference) : 0;
  }
  if (!offset) p->broken = 1;
  put_table(record, slot, offset);
}

/* The function's tables are as long as its instructions, and say what they can only after the inline tree. */
static NOINLINE void read_tables(struct pclntab *p, const struct record *record, u32 tree) {
  u32 references[MOST_TABLES];
  u32 inlined_size = 0;
  for (u32 place = 0; place < record->tables; place++) references[place] = number(p, REFERENCES);
  p->inlined_count = 1;
  p->inlined_ends[0] = p->count;
  p->inlined_values[0] = -1;
  u32 last = references[record->tables - 1];
  int is_coded = last == REFERENCE_CODED || last == REFERENCE_AGAIN;
  if (!p->broken && record->tables > TABLE_INLINED && is_coded && !record->is_raw) inlined_size = read_table(p, TABLE_INLINED, p->inlined_bytes);
  p->context_count = 0;
  add_context(p, record->name, record->line);
  if (!p->broken) read_tree(p, tree);
  for (u32 place = 0; place < record->tables && !p->broken; place++) {
    u32 slot = slot_at(record, place);
    if (references[place]) place_table(p, record, slot, references[place], inlined_size);
  }
}

/* The kinds of funcdata that the linker places together, in the order in which functions need them. */
static u32 group_of(u32 kind) { return kind == 2 ? 1 : kind < 4 ? 0 : 2; }

/* The offset of funcdata: none, a step ahead of the last one of its group, or as it is. */
static NOINLINE u32 read_offset(struct pclntab *p, u32 kind) {
  u32 code = big_endian(p, column_of(DATA, DATA_KINDS, kind), p->layout.data_width);
  u32 *last = p->last_data + group_of(kind);
  if (!code) return NO_DATA;
  u32 offset = code == 1 ? *last + number(p, column_of(STEPS, DATA_KINDS, kind)) : code - 2;
  if (offset >= *last) *last = offset;
  return offset;
}

/* Returns the offset of the inline tree. */
static u32 read_data(struct pclntab *p, const struct record *record) {
  u8 *to = record->at + RECORD_SIZE + 4 * (record->tables - FIXED_TABLES);
  u32 tree = NO_DATA;
  for (u32 kind = 0; kind < record->data; kind++, to += 4) {
    u32 offset = read_offset(p, kind);
    put_u32(to, offset);
    if (kind == INLINE_TREE) tree = offset;
  }
  return tree;
}

/* Where functab begins in the part; it is as far as its entries and the records go. */
struct places {
  u8 *functab;
  u32 end; /* of the last record */
};

static NOINLINE int read_function(struct pclntab *p, struct places *places, u32 function) {
  const u32 *starts = p->text->starts + function;
  if (starts[0] > starts[1] || starts[1] > p->text->size) return BAD_STREAM;
  u32 shape = number(p, SHAPES);
  u32 end = end_of(p, starts[0], starts[1], shape);
  u32 name = name_of(p, number(p, NAMES));
  u32 args = number(p, ARGS);
  u32 defer_return = number(p, DEFER_RETURNS);
  p->unit += (u32)signed_number(p, UNITS);
  u32 code = number(p, LINES);
  i32 line = line_of(p, name, code, (i32)((u32)p->line + (u32)unzigzag(code - 1)));
  p->line = line;
  u32 id = byte_of(p, FLAGS), flag = byte_of(p, FLAGS), tables = byte_of(p, FLAGS), data = byte_of(p, FLAGS);
  if (p->broken || tables < FIXED_TABLES || tables > MOST_TABLES) return BAD_STREAM;

  u32 at = (places->end + p->layout.pointer_size - 1) & -p->layout.pointer_size;
  u32 size = RECORD_SIZE + 4 * (tables - FIXED_TABLES + data);
  if (at > p->layout.records || size > p->layout.records - at) return BAD_STREAM;
  places->end = at + size;
  u32 entry = starts[0] - p->layout.base;
  put_u32(places->functab + PAIR * (u64)function, entry);
  put_u32(places->functab + PAIR * (u64)function + 4, at);
  struct record record = {places->functab + at, tables, data, name, line, shape == SHAPE_RAW};
  put_u32(record.at, entry);
  put_u32(record.at + 4, p->name_offsets[name]);
  put_u32(record.at + 8, args);
  put_u32(record.at + 12, defer_return);
  put_u32(record.at + 28, tables - FIXED_TABLES);
  put_u32(record.at + 32, p->unit);
  put_u32(record.at + 36, (u32)line);
  put_u32(record.at + 40, id | flag << 8 | data << 24);
  u32 tree = read_data(p, &record);
  read_instructions(p, starts[0], end);
  if (!p->broken) read_tables(p, &record, tree);
  return p->broken ? BAD_STREAM : OK;
}

static int read_functions(struct pclntab *p) {
  u32 functions = p->text->functions;
  u64 functab = PAIR * (u64)functions + 4;
  if (functab > p->layout.records) return BAD_STREAM;
  struct places places = {p->out + p->layout.pc_values, (u32)functab};
  for (u32 i = 0; i < functions; i++) {
    int fault = read_function(p, &places, i);
    if (fault) return fault;
  }
  put_u32(places.functab + PAIR * (u64)functions, p->text->starts[functions] - p->layout.base);
  return OK;
}

/* findfunctab: src/pack/bantam/pclntab/function-index.ts. */
static int write_index(struct pclntab *p) {
  const u32 *starts = p->text->starts;
  u32 functions = p->text->functions, current = 0, base = 0;
  if (!p->layout.index_size) return OK;
  if (!functions || starts[functions] < starts[0]) return BAD_STREAM;
  u64 parts = ((u64)starts[functions] - starts[0] + 255) / 256;
  if ((parts + 15) / 16 * 4 + parts != p->layout.index_size) return BAD_STREAM;
  u8 *to = p->out + p->layout.index_at;
  for (u32 part = 0; part < parts; part++) {
    u32 begin = starts[0] + part * 256;
    while (current + 1 < functions && starts[current + 1] <= begin) current++;
    if (part % 16 == 0) {
      base = current;
      put_u32(to, base);
      to += 4;
    }
    *to++ = (u8)(current - base);
  }
  return OK;
}

/* Fills a stretch that no column has. */
static void copy_rest(struct pclntab *p, u64 *from, u64 to) {
  struct stream *rest = p->columns + REST;
  if (to <= *from) return;
  if (to - *from > (u64)(rest->end - rest->at)) {
    p->broken = 1;
    return;
  }
  __builtin_memcpy(p->out + *from, rest->at, to - *from);
  rest->at += to - *from;
  *from = to;
}

static void skip_rest(struct pclntab *p, u64 *from, u64 start, u64 end) {
  copy_rest(p, from, start);
  if (end > *from) *from = end;
}

static int fill_rest(struct pclntab *p) {
  const struct layout *layout = &p->layout;
  u64 from = p->next_table;
  skip_rest(p, &from, layout->pc_values, (u64)layout->pc_values + layout->records);
  u32 units = layout->data_where == DATA_IN_PART ? (layout->data_size + 3) / 4 : 0;
  for (u32 i = 0; i < units && !p->broken; i++) {
    if (!p->covered[i]) continue;
    u64 at = (u64)layout->data_distance + 4 * (u64)i;
    skip_rest(p, &from, at, at + 4);
  }
  if (layout->index_size) skip_rest(p, &from, layout->index_at, (u64)layout->index_at + layout->index_size);
  copy_rest(p, &from, p->size);
  return p->broken ? BAD_STREAM : OK;
}

int pclntab(u8 *out, u64 size, u64 address, const struct text *text, u32 quantum, i32 (*stack_effect)(const u8 *),
            struct stream *streams, u32 count, const struct memory *memory, struct arena *arena) {
  if (count != COLUMNS || (quantum != 1 && quantum != 4)) return BAD_STREAM;
  struct pclntab p = {
      .out = out,
      .size = size,
      .address = address,
      .text = text,
      .shift = quantum == 1 ? 0 : 2,
      .stack_effect = stack_effect,
      .columns = streams,
      .memory = memory,
      .next_table = 1,
  };
  int fault = read_layout(&p);
  if (!fault) fault = take_memory(&p, arena);
  if (!fault) fault = read_names(&p);
  if (!fault) fault = read_functions(&p);
  if (!fault) fault = write_index(&p);
  return fault ? fault : fill_rest(&p);
}
