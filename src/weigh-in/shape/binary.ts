import * as v from 'valibot'
import { AMOUNT, MEASURE, TEXT, TEXTS } from './basic.ts'
import { BREAKDOWN } from './breakdown.ts'

const PAIR = v.object({ linked: MEASURE, shipped: MEASURE })

export const PRICE = v.pipe(
  v.object({
    processorMs: v.pipe(
      PAIR,
      v.description(
        'User and system time until the Go runtime takes over, in milliseconds. It is the lowest of several runs.',
      ),
    ),
    memory: v.pipe(PAIR, v.description('Private bytes at that moment.')),
  }),
  v.description('What packing costs at run time.'),
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
    v.description('The numbers of environment variables for which the binary reached the Go runtime.'),
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
    v.pipe(
      v.string(),
      v.description('Import path of the main package, if Go built the binary and the path is known.'),
    ),
  ),
  linkedSize: v.pipe(AMOUNT, v.description('Before packing.')),
  shippedSize: v.pipe(AMOUNT, v.description('As stored in the image.')),
  pack: PACK,
  proof: PROOF,
  price: v.nullable(PRICE),
  needs: v.pipe(
    v.nullable(NEEDS),
    v.description('What the binary can use and scratch does not have. null if it is not known.'),
  ),
  fromFiles: v.exactOptional(
    v.pipe(
      v.boolean(),
      v.description('files added it, or the base image has it, so it is neither packed nor started.'),
    ),
  ),
  unread: v.exactOptional(
    v.pipe(
      v.string(),
      v.description(
        'Why its modules and packages are not known, as a clause. A limit on any of them is unmeasured.',
      ),
    ),
  ),
  modules: v.exactOptional(
    v.pipe(
      TEXTS,
      v.description(
        'Paths of the modules that it was built from, if its build info has them. They include modules that have no byte left in it.',
      ),
    ),
  ),
  breakdown: v.pipe(
    v.nullable(BREAKDOWN),
    v.description(
      'The linked binary down to its packages. null if it could not be read, and then its linked size is not known.',
    ),
  ),
})

export const OTHER_PROGRAM = v.object({
  path: v.pipe(v.string(), v.description('In the image.')),
  bytes: AMOUNT,
  unread: v.pipe(TEXT, v.description('Why it was not read, as a clause. null if Go did not build it.')),
})
