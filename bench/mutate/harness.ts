// Stands in for @jest/globals: the same tests, run again and again in one process, each one alone if need be.
import { createRequire } from 'node:module'

/** jest's own `expect`, which it has from a package of its own. */
export const { jestExpect: expect } = createRequire(import.meta.resolve('@jest/globals'))('@jest/expect') as {
  readonly jestExpect: unknown
}

type Body = (...values: readonly unknown[]) => unknown

interface Case {
  readonly body: Body
  readonly index: number
}

interface Block {
  readonly children: (Block | Case)[]
  readonly beforeAll: Body[]
  readonly afterAll: Body[]
  readonly beforeEach: Body[]
  readonly afterEach: Body[]
}

/** A file's tests. */
export interface Suite {
  readonly root: Block
  readonly count: number
}

function emptyBlock(): Block {
  return { children: [], beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] }
}

let open = emptyBlock()
let count = 0

/** The tests that a file declares when it is loaded. */
export async function collect(load: () => Promise<unknown>): Promise<Suite> {
  open = emptyBlock()
  count = 0
  const root = open
  await load()
  return { root, count }
}

function addBlock(body: Body, values: readonly unknown[]): void {
  const outer = open
  open = emptyBlock()
  outer.children.push(open)
  body(...values)
  open = outer
}

function addCase(body: Body, values: readonly unknown[]): void {
  open.children.push({ body: () => body(...values), index: count })
  count += 1
}

type Add = (body: Body, values: readonly unknown[]) => void

/** `it` and `describe`: a title, a body, and for `each` a body for each row. */
function declaring(add: Add) {
  const each = (rows: readonly unknown[]) => (_title: string, body: Body) => {
    for (const row of rows) add(body, Array.isArray(row) ? row : [row])
  }
  const skip = Object.assign(() => undefined, { each: () => () => undefined })
  return Object.assign((_title: string, body: Body) => add(body, []), { each, skip })
}

export const it = declaring(addCase)
export const test = it
export const describe = declaring(addBlock)
export const beforeAll = (body: Body) => void open.beforeAll.push(body)
export const afterAll = (body: Body) => void open.afterAll.push(body)
export const beforeEach = (body: Body) => void open.beforeEach.push(body)
export const afterEach = (body: Body) => void open.afterEach.push(body)

export interface Observer {
  /** A test has ended, with the error that it threw. `false` ends the run. */
  readonly ended: (test: number, error: unknown) => boolean
  /** What all the tests of a block share is set up. */
  readonly isSetUp: () => void
}

/** Runs those tests in their order, `null` for all. */
export async function runSuite(
  { root }: Suite,
  wanted: ReadonlySet<number> | null,
  observer: Observer,
): Promise<void> {
  await runBlock(root, [], wanted, observer)
}

async function runBlock(
  block: Block,
  above: readonly Block[],
  wanted: ReadonlySet<number> | null,
  observer: Observer,
): Promise<boolean> {
  if (!hasWanted(block, wanted)) return true
  const broken = await errorOf(block.beforeAll)
  if (block.beforeAll.length > 0) observer.isSetUp()
  const around = [...above, block]
  let goesOn = true
  for (const child of block.children) {
    if (!goesOn) break
    if ('children' in child) goesOn = await runBlock(child, around, wanted, observer)
    else if (wanted?.has(child.index) ?? true)
      goesOn = observer.ended(child.index, broken ?? (await runCase(child, around)))
  }
  await errorOf(block.afterAll)
  return goesOn
}

async function runCase({ body }: Case, around: readonly Block[]): Promise<unknown> {
  const error = (await errorOf(around.flatMap(({ beforeEach }) => beforeEach))) ?? (await errorOf([body]))
  const after = await errorOf(around.toReversed().flatMap(({ afterEach }) => afterEach))
  return error ?? after
}

/** The first error of several bodies, one after the other; `null` for none. */
async function errorOf(bodies: readonly Body[]): Promise<unknown> {
  try {
    for (const body of bodies) await body()
    return null
  } catch (error) {
    return error ?? new Error('undefined was thrown')
  }
}

function hasWanted({ children }: Block, wanted: ReadonlySet<number> | null): boolean {
  return children.some(child =>
    'children' in child ? hasWanted(child, wanted) : (wanted?.has(child.index) ?? true),
  )
}
