import { describe, expect, it } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkEarly } from '../../../../src/commands/steps/build/check-early.ts'
import type { Given } from '../../../../src/declare/given.ts'
import { makeElf } from '../../../support/make-elf.ts'
import { imageSpecFor, SERVICE, serviceHost } from '../../../support/service.ts'

const BOTH = 'linux/amd64,linux/arm64'
const FILES = { ...SERVICE, 'tool-amd64': 'for amd64', 'tool-arm64': 'for arm64', 'page.html': '<p>' }

function check(values: Given['values'], files: Readonly<Record<string, string>> = FILES) {
  const host = serviceHost(files)
  const spec = imageSpecFor(host, { platforms: BOTH, main: '.=svc', ...values })
  return checkEarly(host, spec, spec.name).then(found => spec.platforms.map(platform => found.get(platform)))
}

describe('checkEarly', () => {
  it('reads the files of each platform', async () => {
    const found = await check({ files: 'tool-{{.Arch}}:/tool:0755\npage.html:/page.html' })
    const contents = found.map(entries =>
      entries?.map(entry =>
        entry.kind === 'file' ? `${entry.path} ${Buffer.from(entry.bytes).toString()}` : entry.path,
      ),
    )
    expect(contents).toEqual([
      ['/tool for amd64', '/page.html <p>'],
      ['/tool for arm64', '/page.html <p>'],
    ])
  })

  it('reads files once that are the same for each platform', async () => {
    const [one, other] = await check({ files: 'page.html:/page.html' })
    expect(one).toHaveLength(1)
    expect(other).toBe(one)
  })

  it('has none where none were named', async () => {
    expect(await check({})).toEqual([[], []])
  })

  it.each<[string, Given['values'], string, string]>([
    ['a file that one platform lacks', { files: 'tool-{{.Arch}}:/tool' }, 'bad-input', 'tool-s390x'],
    ['an entrypoint that is not there', { entrypoint: '/nowhere' }, 'bad-input', '/nowhere'],
    ['certificates that are none', { certificates: 'page.html' }, 'bad-input', 'page.html'],
    ['an output below a file', { output: 'main.go/out' }, 'write', 'main.go/out'],
  ])('refuses %s', async (_, values, code, piece) => {
    const platforms = 'linux/amd64,linux/s390x'
    await expect(check({ ...values, platforms })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(piece),
    })
  })

  it('looks at what a prebuilt binary is called on each platform', async () => {
    const given = { binary: 'api_{{.Arch}}=api', entrypoint: '/api' }
    const host = serviceHost(FILES)
    const spec = imageSpecFor(host, { platforms: BOTH, ...given })
    expect((await checkEarly(host, spec, spec.name)).size).toBe(2)
    const wrong = imageSpecFor(host, { platforms: BOTH, ...given, entrypoint: '/other' })
    await expect(checkEarly(host, wrong, wrong.name)).rejects.toThrow(/the image has \/api/)
  })

  it('knows a program that comes with the files of a platform', async () => {
    const host = serviceHost(FILES)
    writeFileSync(path.join(host.cwd, 'tool-amd64'), makeElf())
    writeFileSync(path.join(host.cwd, 'tool-arm64'), makeElf({ machine: 183 }))
    const spec = imageSpecFor(host, {
      platforms: BOTH,
      main: '.=svc',
      files: 'tool-{{.Arch}}:/tool:0755',
      entrypoint: '/tool',
    })
    expect((await checkEarly(host, spec, spec.name)).size).toBe(2)
    writeFileSync(path.join(host.cwd, 'tool-arm64'), makeElf())
    await expect(checkEarly(host, spec, spec.name)).rejects.toThrow(
      /"\/tool" is a program for amd64, and the image is for linux\/arm64/,
    )
  })
})
