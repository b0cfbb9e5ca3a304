import { beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { unpackFile } from '../../src/commands/unpack.ts'
import { LOADERS } from '../../src/pack/bantam/loaders.ts'
import { packBytes } from '../../src/pack/bantam/pack.ts'
import { aFailure } from '../support/a-failure.ts'
import { goProgram, PRINTLN } from '../support/go-programs.ts'
import { testHost } from '../support/host.ts'
import { BASE, makeElf } from '../support/make-elf.ts'
import { writeTemporary } from '../support/layouts.ts'
import { describeWith } from '../support/tools.ts'

describeWith(['go', 'upx'], 'unpackFile', () => {
  let linked = new Uint8Array()
  const files: Record<string, string> = {}
  beforeAll(async () => {
    linked = Uint8Array.from(await goProgram(PRINTLN))
    const packed = await packBytes(linked, { loaders: LOADERS, cores: 2, level: 1 })
    if ('why' in packed) throw new Error(packed.why)
    files['bantam'] = writeTemporary('packed', packed.bytes)
    files['upx'] = writeTemporary('packed', linked)
    chmodSync(files['upx'], 0o755)
    execFileSync('upx', ['-q', '-q', '-1', files['upx']], { stdio: 'ignore' })
    const damaged = Uint8Array.from(packed.bytes)
    damaged[damaged.length - 1000] = (damaged[damaged.length - 1000] ?? 0) ^ 1
    files['damaged'] = writeTemporary('damaged', damaged)
  })

  it.each(['bantam', 'upx'])('writes what was linked: packed by %s', async packer => {
    const host = testHost()
    const output = path.join(host.cwd, 'linked')
    const file = files[packer] ?? ''
    const { size } = statSync(file)
    expect(await unpackFile(host, { file, output })).toEqual({
      packer,
      packedSize: size,
      linkedSize: linked.length,
    })
    expect(Buffer.compare(readFileSync(output), linked)).toBe(0)
    expect(statSync(output).mode & 0o777).toBe(0o755)
  })

  it('says what is wrong with the file', async () => {
    const host = testHost()
    const output = path.join(host.cwd, 'linked')
    await expect(unpackFile(host, { file: files['damaged'] ?? '', output })).rejects.toEqual(
      aFailure('unreadable-binary', { fields: { file: files['damaged'] ?? '' } }),
    )
  })

  it('makes the directory', async () => {
    const host = testHost()
    const output = path.join(host.cwd, 'new', 'linked')
    await unpackFile(host, { file: files['bantam'] ?? '', output })
    expect(statSync(output).size).toBe(linked.length)
  })

  it('writes no file in the place of a directory', async () => {
    const host = testHost()
    const unpacking = unpackFile(host, { file: files['bantam'] ?? '', output: host.cwd })
    await expect(unpacking).rejects.toThrow('it is a directory; name a file that does not exist yet')
  })

  it('writes over no file', async () => {
    const host = testHost()
    const output = path.join(host.cwd, 'mine')
    writeFileSync(output, 'mine')
    await expect(unpackFile(host, { file: files['bantam'] ?? '', output })).rejects.toEqual(
      aFailure('write', { fields: { file: output } }),
    )
    expect(readFileSync(output, 'utf8')).toBe('mine')
  })
})

/** A small one, without Go. */
async function packedProgram(): Promise<Uint8Array> {
  const content = new Uint8Array(30_000).fill(0x90)
  const start = BASE + 64n + 56n
  const linked = Uint8Array.from(makeElf({ entry: start, segments: [{ type: 1, flags: 5, content }] }))
  const packed = await packBytes(linked, { loaders: LOADERS, cores: 1, level: 1 })
  if ('why' in packed) throw new Error(packed.why)
  return packed.bytes
}

describe('unpackFile', () => {
  it('does not wait for a pipe', async () => {
    const host = testHost()
    const file = path.join(host.cwd, 'pipe')
    execFileSync('mkfifo', [file])
    await expect(unpackFile(host, { file, output: path.join(host.cwd, 'linked') })).rejects.toEqual(
      aFailure('unreadable-binary', { fields: { file } }),
    )
  })

  it('writes nothing where a link leads', async () => {
    const host = testHost()
    const [link, target] = ['link', 'target'].map(name => path.join(host.cwd, name)) as [string, string]
    symlinkSync(target, link)
    const file = writeTemporary('packed', await packedProgram())
    await expect(unpackFile(host, { file, output: link })).rejects.toEqual(
      aFailure('write', { fields: { file: link } }),
    )
    expect(existsSync(target)).toBe(false)
  })

  it('says where it cannot write', async () => {
    const host = testHost()
    const file = writeTemporary('text', 'text')
    await expect(unpackFile(host, { file, output: '/nowhere/at/all' })).rejects.toEqual(
      aFailure('unreadable-binary', { fields: { file } }),
    )
  })
})
