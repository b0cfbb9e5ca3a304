import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Host } from '../../src/host/host.ts'
import { SENTENCE } from './sentence.ts'

const silent = () => {}
const told = (sentence: string) => {
  if (!SENTENCE.test(sentence)) throw new Error(`no sentence: ${JSON.stringify(sentence)}`)
}
const LOG = {
  info: silent,
  notice: told,
  warning: told,
  error: told,
  quote: silent,
  debug: silent,
  secret: silent,
  hide: (text: string) => text,
}

/** A host that says nothing, and minds what it is told to say, over a directory that goes when the process does. */
export function silentHost(): Host {
  const cwd = mkdtempSync(path.join(tmpdir(), 'bantam-fuzz-'))
  process.on('exit', () => rmSync(cwd, { recursive: true, force: true }))
  const temporary = path.join(cwd, 'temporary')
  mkdirSync(temporary)
  return { surface: 'terminal', cwd, env: {}, log: LOG, temporary, kept: cwd, cores: 1 }
}
