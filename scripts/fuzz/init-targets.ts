import { planInit } from '../../src/init/init.ts'
import { writtenFiles } from '../../src/init/written-files.ts'
import { factsOf, SHAPES } from '../../__tests__/support/shapes.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { bytesOf, type Target } from './target.ts'

const KINDS: readonly (readonly [file: RegExp, name: string])[] = [
  [/(?:^|\/)Dockerfile$/, 'Dockerfile'],
  [/^Makefile$/, 'Makefile'],
  [/^\.goreleaser/, 'goreleaser'],
  [/^\.ko\.yaml$/, 'ko'],
  [/^\.github\//, 'workflow'],
]

/** The readers of `bantam init`: one file of a checkout is changed, and all files are written. */
export const INIT_TARGETS: readonly Target[] = KINDS.map(([pattern, name]) => {
  const seeds = Object.values(SHAPES).flatMap((shape: Readonly<Record<string, string>>) =>
    Object.keys(shape)
      .filter(file => pattern.test(file))
      .map(file => ({ shape, file })),
  )
  // The input is bytes, so the first of them says which checkout it belongs to.
  return {
    name: `${name}, for init`,
    share: 50,
    input: (random, turn) => {
      const { shape, file } = seeds[turn % seeds.length] ?? { shape: {}, file: '' }
      const changed = mutateBytes(Buffer.from(shape[file] ?? ''), random)
      return Buffer.concat([Buffer.of(turn % seeds.length), changed])
    },
    read: input => {
      const bytes = bytesOf(input)
      const { shape, file } = seeds[bytes[0] ?? 0] ?? { shape: {}, file: '' }
      const text = Buffer.from(bytes.subarray(1)).toString()
      const plan = planInit(factsOf({ ...shape, [file]: text }))
      const services = plan.services.map(service => ({ ...service, budget: ['image: +50kB'] }))
      writtenFiles({ ...plan, services })
      return 'value'
    },
  }
})
