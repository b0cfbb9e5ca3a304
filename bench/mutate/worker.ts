// The process that runs the tests: first all of them on the source as it is, then those that reach a mutant on each mutant.
import { type Place, watchPlaces } from './coverage.ts'
import { change, type Change, installHooks, urlOf } from './graph.ts'
import { collect, runSuite } from './harness.ts'

/** What a test file does to the places of the source: for each test, the indexes of those that it reaches. */
export interface FileProfile {
  readonly file: string
  readonly count: number
  /** Reached while the file was loaded or its tests were prepared: every test of it may see a change there. */
  readonly shared: readonly number[]
  readonly tests: readonly {
    readonly ms: number
    readonly error: string | null
    readonly reached: readonly number[]
  }[]
}

/** Tests to run of a file; `null` for all. */
export interface Planned {
  readonly file: string
  readonly count: number
  readonly tests: readonly number[]
}

export type Order =
  | { readonly kind: 'profile'; readonly file: string; readonly places: readonly Place[] }
  | { readonly kind: 'try'; readonly change: Change; readonly plan: readonly Planned[] }

/** `by`: the test that noticed. `invalid`: the change leaves no program. `broken`: the tests cannot be run at all. */
export type Answer =
  | { readonly kind: 'profile'; readonly profile: FileProfile }
  | { readonly kind: 'killed'; readonly by: string }
  | { readonly kind: 'survived' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'broken'; readonly why: string }

/** A test has ended, and the answer is still to come. */
export interface Progress {
  readonly kind: 'progress'
}

let generations = 0

async function profile(file: string, places: readonly Place[]): Promise<FileProfile> {
  generations += 1
  const generation = `profile-${generations}`
  const watch = watchPlaces(places, source => urlOf(source, generation))
  const suite = await collect(() => import(urlOf(file, generation)))
  const shared = new Set(watch.take())
  const tests: { ms: number; error: string | null; reached: readonly number[] }[] = []
  let since = performance.now()
  await runSuite(suite, null, {
    ended(_test, error) {
      const ms = performance.now() - since
      tests.push({ ms, error: error === null ? null : messageOf(error), reached: watch.take() })
      since = performance.now()
      return true
    },
    isSetUp() {
      for (const place of watch.take()) shared.add(place)
      since = performance.now()
    },
  })
  watch.stop()
  return { file, count: suite.count, shared: [...shared], tests }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : JSON.stringify(error)
}

async function tryOut(mutant: Change, plan: readonly Planned[]): Promise<Answer> {
  try {
    change(mutant)
  } catch {
    return { kind: 'invalid' }
  }
  generations += 1
  for (const { file, count, tests } of plan) {
    let by: string | null = null
    try {
      const suite = await collect(() => import(urlOf(file, `mutant-${generations}`)))
      // A mutant that changes how many tests there are leaves no way to tell which is which.
      const wanted = suite.count === count ? new Set(tests) : null
      await runSuite(suite, wanted, {
        ended(test, error) {
          process.send?.({ kind: 'progress' } satisfies Progress)
          if (error !== null) by = `${file}, test ${test}`
          return error === null
        },
        isSetUp: () => undefined,
      })
    } catch {
      by = `${file}, as it is loaded`
    }
    if (by !== null) return { kind: 'killed', by }
  }
  return { kind: 'survived' }
}

async function answer(order: Order): Promise<Answer> {
  return order.kind === 'profile'
    ? { kind: 'profile', profile: await profile(order.file, order.places) }
    : tryOut(order.change, order.plan)
}

installHooks()
// What a mutant leaves running must not end the process before the next one.
process.on('uncaughtException', () => undefined)
process.on('unhandledRejection', () => undefined)
process.on('disconnect', () => process.exit())
process.on('message', (order: Order) => {
  void answer(order)
    .catch((error: unknown): Answer => ({ kind: 'broken', why: messageOf(error) }))
    .then(one => process.send?.(one))
})
