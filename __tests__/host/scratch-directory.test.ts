import { describe, expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { isOfEndedRun, scratchDirectory } from '../../src/host/scratch-directory.ts'
import { processMark } from '../../src/host/process-mark.ts'
import { runToEnd, temporaryDirectory } from '../support/cli.ts'

const MODULE = pathToFileURL(path.resolve(import.meta.dirname, '../../src/host/scratch-directory.ts')).href

it.each([
  { name: 'by itself', end: '' },
  { name: 'by an error', end: 'throw new Error("x")' },
  { name: 'by SIGINT', end: 'process.kill(process.pid, "SIGINT"); setInterval(() => {}, 1000)' },
  { name: 'by SIGTERM', end: 'process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000)' },
])('is gone when the process ends $name', async ({ end }) => {
  const parent = temporaryDirectory('scratch')
  const script = `import { scratchDirectory } from ${JSON.stringify(MODULE)}; console.log(scratchDirectory(${JSON.stringify(parent)})); ${end}`
  const { stdout } = await runToEnd(process.execPath, ['--input-type=module', '--eval', script])
  expect(path.dirname(stdout.trim())).toBe(parent)
  expect(existsSync(stdout.trim())).toBe(false)
})

describe('what a run left that was killed', () => {
  /** Starts a run that is killed, and gives the directory that it leaves. */
  function killed(parent: string): string {
    const script = `import { scratchDirectory } from ${JSON.stringify(MODULE)}; console.log(scratchDirectory(${JSON.stringify(parent)})); process.kill(process.pid, 'SIGKILL')`
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script])
    return stdout.toString().trim()
  }

  it('is removed by the next one, with all that is in it, and links are not followed', () => {
    const parent = temporaryDirectory('scratch')
    const elsewhere = temporaryDirectory('elsewhere')
    writeFileSync(path.join(elsewhere, 'kept'), '')
    const left = killed(parent)
    expect(readdirSync(parent)).toEqual([path.basename(left)])
    expect(isOfEndedRun(left)).toBe(true)
    mkdirSync(path.join(left, 'base'))
    symlinkSync(elsewhere, path.join(left, 'base', 'link'))
    const own = scratchDirectory(parent)
    expect(readdirSync(parent)).toEqual([path.basename(own)])
    expect(readdirSync(elsewhere)).toEqual(['kept'])
  })

  it('stays where it is of a run that goes on, of no run, of another process that has the id, a link or a file', () => {
    const parent = temporaryDirectory('scratch')
    const elsewhere = temporaryDirectory('elsewhere')
    const [pid, start, where] = processMark().split('-')
    const running = path.basename(scratchDirectory(parent))
    const mine = `bantam-${pid}-${start}-${where}-abcdef`
    const others = ['bantam-abcdef', 'bantam-test-123456', `bantam-${pid}-${start}-${where}`, 'other', mine]
    for (const name of others) mkdirSync(path.join(parent, name))
    const dead = killed(temporaryDirectory('scratch'))
    symlinkSync(elsewhere, path.join(parent, path.basename(dead)))
    writeFileSync(path.join(parent, path.basename(dead).replace(/.{6}$/, 'abcdef')), '')
    const reused = `bantam-${pid}-1-${where}-abcdef`
    mkdirSync(path.join(parent, reused))
    const own = path.basename(scratchDirectory(parent))
    const stayed = [
      running,
      own,
      ...others,
      path.basename(dead),
      path.basename(dead).replace(/.{6}$/, 'abcdef'),
    ]
    // This process has that id and began at another time: whoever had it before has ended.
    expect(readdirSync(parent).sort()).toEqual(stayed.sort())
    expect(existsSync(elsewhere)).toBe(true)
  })

  it('stays for a week where another machine or container may still use it', () => {
    const parent = temporaryDirectory('scratch')
    const [fresh, old] = ['bantam-1-1-00000000-abcdef', 'bantam-2-1-00000000-abcdef']
    for (const name of [fresh, old]) mkdirSync(path.join(parent, name))
    utimesSync(path.join(parent, old), 1, 1)
    const own = path.basename(scratchDirectory(parent))
    expect(readdirSync(parent).sort()).toEqual([fresh, own].sort())
  })

  it('stays where others could put a link in its place', () => {
    const parent = temporaryDirectory('scratch')
    const left = killed(parent)
    chmodSync(parent, 0o777)
    scratchDirectory(parent)
    expect(existsSync(left)).toBe(true)
    chmodSync(parent, 0o1777)
    scratchDirectory(parent)
    expect(existsSync(left)).toBe(false)
  })
})
