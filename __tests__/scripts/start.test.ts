import { beforeAll, expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { repository, runToEnd, temporaryDirectory } from '../support/cli.ts'
import { describeWith, which } from '../support/tools.ts'

it('npm start refuses an option that it does not have', async () => {
  const ended = await runToEnd(process.execPath, ['scripts/start.mjs', '--instal'], { cwd: repository })
  expect(ended).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: 'npm start has no option "--instal": its only option is --install.\n',
  })
})

/** GitHub's runners give an ordinary user no namespaces in which it can mount, but a sudo that asks for nothing. */
const UNSHARE =
  process.getuid?.() !== 0 && spawnSync('sudo', ['-n', 'true']).status === 0
    ? ['sudo', '-n', 'unshare', '-mn']
    : ['unshare', '-Urmn']

/** An /etc/apt of its own, so that nothing here is changed, and no network, so that UPX cannot be downloaded. */
const ALONE = 'mount -t tmpfs none /etc/apt && mkdir /etc/apt/sources.list.d && exec "$@"'

describeWith(['unshare', 'mount', 'go'], 'npm start without UPX and without a network', () => {
  const bin = temporaryDirectory('start-bin')
  const home = temporaryDirectory('start-home')
  const calls = path.join(home, 'calls')

  beforeAll(() => {
    for (const command of ['go', 'sh', 'env']) symlinkSync(which(command) ?? command, path.join(bin, command))
    // Stands in for apt: what counts is whether it is called, and with what.
    writeFileSync(path.join(bin, 'apt-get'), `#!/bin/sh\necho "$@" >>'${calls}'\nexit 100\n`)
    chmodSync(path.join(bin, 'apt-get'), 0o755)
  })

  /** As root of a namespace, or as a user of one. */
  async function start(user: 'root' | 'user', args: readonly string[], env: readonly string[]) {
    writeFileSync(calls, '')
    const become = user === 'root' ? [] : ['unshare', '--user', '--map-user=1000']
    const clean = ['env', '-i', `PATH=${bin}`, `HOME=${home}`, ...env]
    const command = [...become, ...clean, process.execPath, 'scripts/start.mjs', ...args]
    const [unshare = '', ...options] = UNSHARE
    const ended = await runToEnd(unshare, [...options, 'sh', '-c', ALONE, 'sh', ...command], {
      cwd: repository,
    })
    return { ...ended, calls: readFileSync(calls, 'utf8').trim() }
  }

  it.each<[string, readonly string[]]>([
    ['a user', []],
    ['a user in CI', ['CI=true']],
  ])(
    'installs nothing for %s, and prints the command that does and the option that runs it',
    async (_, env) => {
      expect(await start('user', [], env)).toEqual({
        exitCode: 2,
        stdout: '',
        stderr: `UPX is not on PATH, and its release could not be downloaded from GitHub. This installs it:

  apt-get update -qq
  apt-get install -y -qq --no-install-recommends upx-ucl

Run that as root, or let "npm start -- --install" do it.
`,
        calls: '',
      })
    },
  )

  it.each<[string, readonly string[], readonly string[]]>([
    ['in CI', [], ['CI=true']],
    ['if it is asked to', ['--install'], []],
  ])('installs it as root %s, and says so before it does', async (_, args, env) => {
    const ended = await start('root', args, env)
    expect(ended.stderr).toMatch(/^UPX is not on PATH, .*\. Installing it:\n\n {2}apt-get update -qq\n/)
    expect(ended.stderr).toMatch(/\nUPX could not be installed: put UPX 4\.2\.4 on PATH and try again\.\n$/)
    expect(ended.calls).toBe('update -qq\ninstall -y -qq --no-install-recommends upx-ucl')
    expect(ended.exitCode).toBe(2)
  })

  it('asks for no more than the user may do', async () => {
    const ended = await start('user', ['--install'], [])
    expect(ended.stderr).toMatch(
      /\nOnly root can install packages, and there is no sudo that works here\.\n$/,
    )
    expect(ended.calls).toBe('')
    expect(ended.exitCode).toBe(2)
  })
})
