import { beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { PlatformWeight, WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { bantam, type Ended, example, sharedGoCache, temporaryDirectory } from '../support/cli.ts'
import { gitRepository } from '../support/git.ts'
import { PRINTLN } from '../support/go-programs.ts'
import { withBundle } from '../support/oci-tools.ts'
import { describeWith, which } from '../support/tools.ts'

const cwd = temporaryDirectory('packer')
const at = (name: string) => path.join(cwd, name)

/** No UPX is on this PATH, and none can be downloaded. */
function withoutUpx(): NodeJS.ProcessEnv {
  const bin = temporaryDirectory('bin')
  for (const command of ['go', 'git', 'sh', 'unshare', 'mount', 'sudo', 'qemu-aarch64-static']) {
    const found = which(command)
    if (found !== null) symlinkSync(found, path.join(bin, command))
  }
  return {
    ...process.env,
    PATH: bin,
    XDG_CACHE_HOME: temporaryDirectory('cache'),
    GOCACHE: sharedGoCache,
    HTTPS_PROXY: 'http://127.0.0.1:9',
    GOPROXY: 'off',
  }
}

function onlyPlatform({ stdout }: Ended): PlatformWeight {
  const { images } = JSON.parse(stdout) as WeighIn
  const [platform, ...others] = images[0]?.platforms ?? []
  if (platform === undefined || others.length > 0) throw new Error(`${others.length} more platforms`)
  return platform
}

const ZSTD = process.versions['zstd'] ?? ''
const TITLE = `bantam 1 (zstd ${ZSTD})`

describeWith(['go', 'git', 'qemu-aarch64-static', 'umoci'], 'packer: bantam', () => {
  const env = withoutUpx()
  const service = at('hello')
  const build = (...args: readonly string[]) =>
    bantam(
      ['build', '--working-directory', service, '--packer', 'bantam', '--pack', 'require', '--json', ...args],
      { cwd, env },
    )

  beforeAll(() => cpSync(example('hello'), service, { recursive: true }))

  it.each([
    { platform: 'linux/amd64', reason: null },
    { platform: 'linux/arm64', reason: 'under qemu-aarch64-static the memory is not compared' },
  ])(
    'packs and proves without UPX, and gives the same digest again: $platform',
    async ({ platform, reason }) => {
      const [one, other] = [
        await build('--platforms', platform, '--output', at(`one-${path.basename(platform)}`)),
        await bantam(
          [
            'build',
            '--working-directory',
            service,
            '--packer',
            'bantam',
            '--json',
            '--platforms',
            platform,
            '--output',
            at(`other-${path.basename(platform)}`),
          ],
          { cwd, env: withoutUpx() },
        ),
      ]
      expect([one.exitCode, other.exitCode]).toEqual([0, 0])
      const weight = onlyPlatform(one)
      expect(weight.settings.packer).toBe(TITLE)
      expect(weight.binaries).toMatchObject([
        { pack: { status: 'packed', packer: TITLE }, proof: { status: 'proven', reason } },
      ])
      expect(weight.binaries[0]?.shippedSize).toBeLessThan((weight.binaries[0]?.linkedSize ?? 0) / 2.4)
      expect(onlyPlatform(other).digest).toBe(weight.digest)
    },
  )

  it('is weighed with the linked size, and who packed it', async () => {
    const was = onlyPlatform(await build('--output', at('weighed')))
    const ended = await bantam(['weigh', 'weighed', '--json'], { cwd, env })
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
    const [binary] = onlyPlatform(ended).binaries
    expect(binary).toMatchObject({
      linkedSize: was.binaries[0]?.linkedSize,
      shippedSize: was.binaries[0]?.shippedSize,
      pack: { status: 'packed', packer: 'bantam' },
    })
    expect(binary?.breakdown).not.toBeNull()
    const compared = await bantam(['diff', 'weighed', 'weighed', '--json'], { cwd, env })
    expect(compared).toMatchObject({ exitCode: 0 })
  })

  it('is unpacked to what was linked, and never over another file', async () => {
    await build('--output', at('unpacked'))
    const linked = await bantam(
      ['build', '--working-directory', service, '--pack', 'off', '--output', at('linked')],
      { cwd, env },
    )
    expect(linked.exitCode).toBe(0)
    const binary = (layout: string) =>
      withBundle(`${at(layout)}:latest`, bundle => readFileSync(path.join(bundle, 'rootfs/hello')))
    writeFileSync(at('packed'), binary('unpacked'))
    const unpack = (...args: readonly string[]) => bantam(['unpack', ...args], { cwd, env })
    expect(await unpack('packed', '--output', 'back')).toMatchObject({ exitCode: 0, stderr: '' })
    expect(readFileSync(at('back')).equals(binary('linked'))).toBe(true)
    expect(statSync(at('back')).mode & 0o111).not.toBe(0)
    expect(execFileSync(at('back'), ['--version'], { encoding: 'utf8', stdio: 'pipe' })).toBeDefined()

    const before = readFileSync(at('back'))
    const again = await unpack('packed', '--output', 'back')
    expect(again).toMatchObject({ exitCode: 2, stdout: '' })
    expect(again.stderr).toMatch(
      /^error: .*back could not be written: it exists already; name a file that does not exist yet\. \[write\]\n$/,
    )
    expect(readFileSync(at('back')).equals(before)).toBe(true)
  })

  it('is verified from its commit', async () => {
    const { directory, commit } = gitRepository()
    commit({ 'go.mod': 'module example.com/svc\n\ngo 1.21\n', 'main.go': PRINTLN })
    const flags = ['--packer', 'bantam', '--pack', 'require', '--budget', 'none', '--output', 'made']
    expect(await bantam(['build', ...flags], { cwd: directory, env })).toMatchObject({ exitCode: 0 })
    const ended = await bantam(['verify', 'made', '--json'], { cwd: directory, env })
    expect(ended).toMatchObject({ exitCode: 0 })
    expect(JSON.parse(ended.stdout)).toMatchObject({ same: true })
  })

  it('ships the linked binary where it cannot pack it', async () => {
    const ended = await bantam(
      [
        'build',
        '--working-directory',
        service,
        '--packer',
        'bantam',
        '--platforms',
        'linux/riscv64',
        '--json',
        '--output',
        at('riscv'),
      ],
      { cwd, env },
    )
    expect(ended).toMatchObject({ exitCode: 0 })
    expect(onlyPlatform(ended).binaries[0]?.pack).toMatchObject({
      status: 'unpacked',
      reason: 'it is for riscv64, and Bantam packs for amd64 and arm64',
    })
  })
})

describe('bantam unpack', () => {
  writeFileSync(at('text'), 'text')
  writeFileSync(at('empty'), '')
  writeFileSync(at('huge'), '')
  truncateSync(at('huge'), 4 * 2 ** 30)
  writeFileSync(at('huge-elf'), Buffer.from('\x7fELF\x02\x01\x01'))
  truncateSync(at('huge-elf'), 4 * 2 ** 30)
  mkdirSync(at('directory'))

  it.each<[string, readonly string[], string]>([
    [
      'no file',
      ['--output', 'x'],
      'bantam unpack needs one argument, but got none; write bantam unpack FILE --output FILE',
    ],
    ['two files', ['text', 'empty', '--output', 'x'], 'needs one argument, but got 2'],
    ['no output', ['text'], '--output is missing; write the path of the file to write the linked binary to'],
    [
      'a flag of another command',
      ['text', '--output', 'x', '--budget', '3MB'],
      '--budget is not a flag of bantam unpack',
    ],
    [
      'what is not there',
      ['nowhere', '--output', 'x'],
      'nowhere cannot be unpacked: there is no such file; name a packed binary',
    ],
    [
      'a directory',
      ['directory', '--output', 'x'],
      'directory cannot be unpacked: it is a directory; name a packed binary',
    ],
    ['an empty file', ['empty', '--output', 'x'], 'empty cannot be unpacked: it is an empty file'],
    ['text', ['text', '--output', 'x'], 'text cannot be unpacked: it is not an ELF file'],
    ['4 GB of zeros', ['huge', '--output', 'x'], 'huge cannot be unpacked: it is not an ELF file'],
    [
      '4 GB that begin as ELF',
      ['huge-elf', '--output', 'x'],
      'huge-elf cannot be unpacked: it has 4294967296 bytes, and the limit is 1000000000',
    ],
    [
      'a program that is not packed',
      [process.execPath, '--output', 'x'],
      'cannot be unpacked: no packer that Bantam knows packed it',
    ],
  ])('says in one line what is wrong: %s', async (_, args, says) => {
    const { exitCode, stdout, stderr } = await bantam(['unpack', ...args], { cwd })
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(/^error: [^\n]+\n$/)
    expect(stderr).toContain(says)
    expect(existsSync(at('x'))).toBe(false)
  })
})
