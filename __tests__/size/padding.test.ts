import { beforeAll, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { breakdownOf } from '../../src/binary/breakdown.ts'
import { readExecutable } from '../../src/binary/executable.ts'
import { parseBudget } from '../../src/declare/budget.ts'
import { growthOf } from '../../src/size/growth.ts'
import { largestChanges } from '../../src/size/largest-changes.ts'
import { judge } from '../../src/size/verdict.ts'
import type { PlatformWeight } from '../../src/weigh-in/weigh-in.ts'
import { platformWeight, proxyBinary } from '../report/sample.ts'
import { buildGoPrograms, PRINTLN } from '../support/go-programs.ts'
import { describeWith } from '../support/tools.ts'

const directory = mkdtempSync(path.join(tmpdir(), 'bantam-padding-'))
const source = (name: string, text: string) => {
  writeFileSync(path.join(directory, name), text)
  return path.join(directory, name)
}

/** Real files, of which no byte is code that the service did not have before. */
function link(...flags: readonly string[]): Buffer {
  const file = path.join(directory, 'linked')
  execFileSync('gcc', ['-Os', '-static', '-s', '-w', '-o', file, path.join(directory, 'main.c'), ...flags], {
    stdio: 'pipe',
  })
  return readFileSync(file)
}

/** An image of the binary and nothing else, unpacked. */
function weightOf(bytes: Buffer, platform: string): PlatformWeight {
  const breakdown = breakdownOf(readExecutable(bytes, 'app'), bytes, 'app')
  return platformWeight({
    platform,
    sizes: { imageSize: bytes.length, downloadSize: 300_000 },
    binaries: [
      {
        ...proxyBinary,
        pack: { status: 'unpacked', packer: null, reason: 'off' },
        linkedSize: bytes.length,
        shippedSize: bytes.length,
        breakdown,
      },
    ],
  })
}

function judged(before: Buffer, after: Buffer, architecture = 'amd64') {
  const budget = parseBudget('image: +50kB, binary: +50kB', [{ os: 'linux', architecture }])
  if (!budget.ok) throw new Error('no budget')
  const platform = `linux/${architecture}`
  const [from, to] = [weightOf(before, platform), weightOf(after, platform)]
  const { limits } = judge({ budget: budget.value, onOverBudget: 'fail' }, to, {
    status: 'read',
    weight: from,
    budget: null,
  })
  return { limits, growth: growthOf(from, to) }
}

describeWith(['gcc', 'go'], 'what lies in the image counts for it', () => {
  let plain: Buffer
  let go: Buffer

  beforeAll(async () => {
    source('main.c', 'int main(void) { return 0; }\n')
    source('note.s', '.section .note.big,"a",@note\n.zero 4600000\n')
    source('small-note.s', '.section .note.small,"a",@note\n.zero 100000\n')
    source('holes.s', '.section .note.GNU-stack,"",@progbits\n.data\n.zero 100000\n')
    plain = link()
    const { hello } = await buildGoPrograms({ hello: PRINTLN })
    go = readFileSync(hello)
  })

  it.each<{ name: string; grown: () => Buffer }>([
    { name: 'segments 2 MiB apart', grown: () => link('-Wl,-z,max-page-size=0x200000') },
    { name: 'segments 64 KiB apart', grown: () => link('-Wl,-z,max-page-size=0x10000') },
    { name: 'a note section of 4.6 MB', grown: () => link(path.join(directory, 'note.s')) },
    { name: 'zeros as data', grown: () => link(path.join(directory, 'holes.s')) },
    { name: 'zeros behind the last section', grown: () => Buffer.concat([plain, Buffer.alloc(20_000_000)]) },
    {
      name: 'bytes behind the last section',
      grown: () => Buffer.concat([plain, Buffer.alloc(20_000_000, 7)]),
    },
    { name: 'a few more than are allowed', grown: () => Buffer.concat([plain, Buffer.alloc(50_001)]) },
  ])('$name', ({ grown }) => {
    const after = grown()
    const by = after.length - plain.length
    const { limits, growth } = judged(plain, after)
    expect(limits.map(({ subject, status }) => [subject.kind, status])).toEqual([
      ['image', 'over'],
      ['binary', 'over'],
    ])
    for (const limit of limits) expect(limit.growth).toBeGreaterThan(by - 8192)
    const { largest, others } = largestChanges(growth.nodes, 100)
    const named = largest.reduce((sum, { delta }) => sum + delta, others.delta)
    expect(named).toBe(growth.metrics.find(({ metric }) => metric === 'binary')?.delta)
    expect(largest).not.toEqual([])
  })

  it('in a program of Go too', () => {
    const { limits } = judged(go, Buffer.concat([go, Buffer.alloc(100_000)]))
    expect(limits.map(({ status }) => status)).toEqual(['over', 'over'])
  })

  it.each([
    ['zeros behind the last section', () => Buffer.concat([plain, Buffer.alloc(100_000)])],
    ['a note section', () => link(path.join(directory, 'small-note.s'))],
  ])('%s, also where segments lie 64 KiB apart', (_, grown) => {
    const { limits } = judged(plain, grown(), 'arm64')
    expect(limits.map(({ status }) => status)).toEqual(['over', 'over'])
  })

  it('but not the few pages that a relink may add', () => {
    const apart = link('-Wl,-z,max-page-size=0x2000')
    expect(apart.length).toBeGreaterThan(plain.length + 4096)
    const { limits } = judged(plain, apart)
    expect(limits.map(({ status, growth }) => [status, growth])).toEqual([
      ['within', 0],
      ['within', 0],
    ])
  })
})
