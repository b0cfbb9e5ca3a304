import * as v from 'valibot'
import { AMOUNT, MEASURE, TEXT, TEXTS } from './basic.ts'
import { BREAKDOWN } from './breakdown.ts'

const PAIR = v.object({ linked: MEASURE, shipped: MEASURE })

export const PRICE = v.pipe(
  v.object({
    processorMs: v.pipe(
      PAIR,
      v.description(
        'Processor time until the Go runtime has taken over, user and system, in milliseconds: the least of several runs.',
      ),
    ),
    memory: v.pipe(PAIR, v.description('Private bytes there.')),
  }),
  v.description('What packing costs whoever runs it.'),
)

export const PACK = v.variant('status', [
  v.object({
    status: v.literal('packed'),
    packer: v.string(),
    reason: v.null(),
    kept: v.pipe(v.boolean(), v.description('It was packed by an earlier run.')),
  }),
  v.object({ status: v.literal('unpacked'), packer: TEXT, reason: v.string() }),
])

export const PROOF = v.object({
  status: v.picklist(['proven', 'failed', 'not run']),
  reason: TEXT,
  isolation: v.nullable(v.picklist(['namespaces', 'process'])),
  environments: v.pipe(
    v.array(AMOUNT),
    v.description('How many environment variables the hand-over was seen with.'),
  ),
})

export const NEEDS = v.object({
  certificates: v.boolean(),
  timezones: v.boolean(),
  exec: v.boolean(),
  users: v.boolean(),
  temp: v.boolean(),
})

export const BINARY = v.object({
  name: v.string(),
  path: v.pipe(v.string(), v.description('In the image.')),
  main: v.exactOptional(
    v.pipe(v.string(), v.description("The main package's import path, where Go built it and it is known.")),
  ),
  linkedSize: v.pipe(AMOUNT, v.description('Before packing.')),
  shippedSize: v.pipe(AMOUNT, v.description('As it lies in the image.')),
  pack: PACK,
  proof: PROOF,
  price: v.nullable(PRICE),
  needs: v.pipe(
    v.nullable(NEEDS),
    v.description('What the binary can reach and scratch lacks; null where that cannot be told.'),
  ),
  fromFiles: v.exactOptional(
    v.pipe(
      v.boolean(),
      v.description('It came with files or with the base: it is neither packed nor proven.'),
    ),
  ),
  unread: v.exactOptional(
    v.pipe(
      v.string(),
      v.description(
        'Why its modules and packages are not known, a clause: a limit on any of them is unmeasured.',
      ),
    ),
  ),
  modules: v.exactOptional(
    v.pipe(
      TEXTS,
      v.description(
        'Paths of the modules it was built from, where its build info says: one of which no byte is left is known by it.',
      ),
    ),
  ),
  breakdown: v.pipe(
    v.nullable(BREAKDOWN),
    v.description(
      'The linked binary down to its packages; null where it could not be read, so that its linked size is not known.',
    ),
  ),
})

export const OTHER_PROGRAM = v.object({
  path: v.pipe(v.string(), v.description('In the image.')),
  bytes: AMOUNT,
  unread: v.pipe(TEXT, v.description('Why it was not read, a clause; null where it is no program of Go.')),
})
