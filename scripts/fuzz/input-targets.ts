import { readWrittenList } from '../../src/declare/written-list.ts'
import { readZoneArchive } from '../../src/image/zone-archive.ts'
import { zipOf } from '../../__tests__/support/zip.ts'
import { mutateBytes } from './mutate-bytes.ts'
import type { Random } from './random.ts'
import { bytesOf, outcomeOf, type Target } from './target.ts'

const LISTS = ['["serve", "--port=8080"]', '[a, \'b c\', "\\u00e4"]', '- serve\n- "a b" # why\n- c: d'].map(
  text => Buffer.from(text),
)
const ZONES = [
  zipOf('Europe/Berlin', Buffer.from('TZif'.repeat(20)), 0),
  zipOf('UTC', Buffer.from('TZif'.repeat(20)), 8),
]

/** Readers of inputs, and of what an installation of Go has. */
export const INPUT_TARGETS: readonly Target[] = [
  {
    name: 'list as JSON or YAML',
    share: 1,
    input: mutated(LISTS),
    read: input => {
      const list = readWrittenList(Buffer.from(bytesOf(input)).toString(), { colons: 'refused' })
      // A problem may quote one character, and is shown on one line by whoever shows it.
      return list.ok ? 'value' : { problem: list.problem.replace(/\p{C}/gu, ' ') }
    },
  },
  {
    name: 'zones of Go',
    share: 2,
    input: mutated(ZONES),
    read: input => outcomeOf(readZoneArchive(bytesOf(input))),
  },
]

function mutated(seeds: readonly Uint8Array[]): Target['input'] {
  return (random: Random, turn) => mutateBytes(seeds[turn % seeds.length] ?? new Uint8Array(), random)
}
