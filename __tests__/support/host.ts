import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Message, messageText } from '../../src/clause.ts'
import type { Host } from '../../src/host/host.ts'
import type { Log } from '../../src/host/log.ts'

export interface RecordingLog extends Log {
  /** Everything said, as `level: text`. */
  readonly lines: readonly string[]
}

export function recordingLog(): RecordingLog {
  const lines: string[] = []
  const say = (level: string) => (message: Message) =>
    void lines.push(`${level}: ${messageText(message, 'terminal')}`)
  return {
    lines,
    info: say('info'),
    notice: say('notice'),
    warning: say('warning'),
    error: say('error'),
    quote: say('quote'),
    debug: say('debug'),
    secret: say('secret'),
    hide: text => text,
  }
}

/** A host over real directories of its own. Jest's workers end with the directories left under the system's temporary one. */
export function testHost(overrides: Partial<Host> = {}): Host & { readonly log: RecordingLog } {
  const root = mkdtempSync(path.join(tmpdir(), 'bantam-test-'))
  const log = recordingLog()
  return {
    surface: 'terminal',
    cwd: root,
    env: process.env,
    temporary: mkdtempSync(path.join(root, 'temporary-')),
    kept: path.join(root, 'kept'),
    cores: 2,
    ...overrides,
    log,
  }
}
