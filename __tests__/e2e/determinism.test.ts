import { beforeAll, describe, expect, it } from '@jest/globals'
import { chmodSync, cpSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { cli, example, runToEnd, sharedGoCache, temporaryDirectory, type Ended } from '../support/cli.ts'
import { describeWith } from '../support/tools.ts'

const NOBODY = 65534

/** A copy of the service outside any checkout, since the commit is part of the labels. */
function copyOfService(): string {
  const directory = temporaryDirectory('copy')
  cpSync(example('hello'), directory, { recursive: true })
  chmodSync(directory, 0o755)
  return directory
}

interface Machine {
  readonly before?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly uid?: number
  readonly gid?: number
}

async function digestOn({ before = [], env = {}, ...user }: Machine = {}): Promise<string> {
  const home = temporaryDirectory('home')
  chmodSync(home, 0o777)
  const cwd = copyOfService()
  const command = [...before, process.execPath, cli, 'build', '--json', '--output', path.join(home, 'out')]
  const ended: Ended = await runToEnd(command[0] ?? '', command.slice(1), {
    cwd,
    ...user,
    env: { PATH: process.env['PATH'], HOME: home, GOCACHE: sharedGoCache, ...env },
  })
  if (ended.exitCode !== 0) throw new Error(ended.stderr)
  const { images } = JSON.parse(ended.stdout) as WeighIn
  return images[0]?.digest ?? ''
}

describe('the digest', () => {
  let digest: string
  beforeAll(async () => {
    digest = await digestOn()
  }, 120_000)

  it('is the same in another folder, with nothing kept from the first run', async () => {
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(await digestOn()).toBe(digest)
  })

  it('is the same under another umask, time zone and locale', async () => {
    const machine = {
      before: ['sh', '-c', 'umask 077; exec "$@"', 'sh'],
      env: { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8' },
    }
    expect(await digestOn(machine)).toBe(digest)
  })

  it('is the same whatever the source is called by the file system: modes and times are not looked at', async () => {
    expect(
      await digestOn({ before: ['sh', '-c', 'touch -d 2001-01-01 *; chmod 600 *; exec "$@"', 'sh'] }),
    ).toBe(digest)
  })

  it('differs once SOURCE_DATE_EPOCH says so', async () => {
    expect(await digestOn({ env: { SOURCE_DATE_EPOCH: '1700000000' } })).not.toBe(digest)
  })

  describeWith(['faketime'], 'in another year', () => {
    it('is the same', async () => {
      expect(await digestOn({ before: ['faketime', '2031-07-01 03:04:05'] })).toBe(digest)
    })
  })

  // Only root may become somebody else.
  const asRoot = process.getuid?.() === 0 ? it : it.skip
  asRoot(
    'is the same under another user',
    async () => {
      const gocache = temporaryDirectory('gocache')
      mkdirSync(gocache, { recursive: true })
      chmodSync(gocache, 0o777)
      expect(await digestOn({ uid: NOBODY, gid: NOBODY, env: { GOCACHE: gocache } })).toBe(digest)
    },
    180_000,
  )
})
