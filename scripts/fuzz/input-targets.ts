import { parseFilesLine } from '../../src/declare/files-line.ts'
import { parseHealthcheck } from '../../src/declare/healthcheck.ts'
import type { Parsed } from '../../src/declare/parsed.ts'
import { readWrittenList } from '../../src/declare/written-list.ts'
import { DEFAULT_PLATFORM } from '../../src/declare/platform.ts'
import { readZoneArchive } from '../../src/image/zone-archive.ts'
import { zipOf } from '../../__tests__/support/zip.ts'
import { mutateBytes } from './mutate-bytes.ts'
import type { Random } from './random.ts'
import { bytesOf, outcomeOf, type Target } from './target.ts'

const LISTS = ['["serve", "--port=8080"]', '[a, \'b c\', "\\u00e4"]', '- serve\n- "a b" # why\n- c: d'].map(
  text => Buffer.from(text),
)
const HEALTH_CHECKS = [
  '--interval=30s --retries=3 CMD ["/api", "health"]',
  'CMD /api "a b"',
  '["CMD", "/api"]',
  'NONE',
].map(text => Buffer.from(text))
const FILES_LINES = ['web/**/*.html:/srv/:0644:1:2', '/sbin/x -> /api', '/var/lib/x/:0750:1:2', 'a:/b/'].map(
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
      return shownOutcome(readWrittenList(Buffer.from(bytesOf(input)).toString(), { colons: 'refused' }))
    },
  },
  {
    name: 'health check',
    share: 1,
    input: mutated(HEALTH_CHECKS),
    read: input => shownOutcome(parseHealthcheck(Buffer.from(bytesOf(input)).toString())),
  },
  {
    name: 'line of files',
    share: 1,
    input: mutated(FILES_LINES),
    read: input =>
      shownOutcome(parseFilesLine(Buffer.from(bytesOf(input)).toString(), '/w', DEFAULT_PLATFORM)),
  },
  {
    name: 'zones of Go',
    share: 2,
    input: mutated(ZONES),
    read: input => outcomeOf(readZoneArchive(bytesOf(input))),
  },
]

/** A problem may quote one character, and is shown on one line by whoever shows it. */
function shownOutcome(read: Parsed<unknown>): ReturnType<Target['read']> {
  return read.ok ? 'value' : { problem: read.problem.replace(/\p{C}/gu, ' ') }
}

function mutated(seeds: readonly Uint8Array[]): Target['input'] {
  return (random: Random, turn) => mutateBytes(seeds[turn % seeds.length] ?? new Uint8Array(), random)
}
