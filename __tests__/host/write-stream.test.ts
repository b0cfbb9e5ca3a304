import { describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { written, writeMeasured, writeStream } from '../../src/host/write-stream.ts'
import { testHost } from '../support/host.ts'
import { aFailure } from '../support/a-failure.ts'

async function* chunks(...texts: readonly string[]) {
  for (const text of texts) yield Buffer.from(text)
}

const place = (name = 'file') => path.join(testHost().temporary, name)

describe('writeStream', () => {
  it('writes a file that its user alone may read', async () => {
    const file = place()
    await writeStream(chunks('one', '', 'two'), file)
    expect(readFileSync(file, 'utf8')).toBe('onetwo')
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('leaves a file alone that is there already, or replaces it where asked to', async () => {
    const file = place()
    writeFileSync(file, 'much longer than that')
    await expect(writeStream(chunks('new'), file)).rejects.toMatchObject({ code: 'write' })
    expect(readFileSync(file, 'utf8')).toBe('much longer than that')
    await writeStream(chunks('new'), file, 'w')
    expect(readFileSync(file, 'utf8')).toBe('new')
  })

  it.each([
    ['cannot be opened', () => place('no/such/directory')],
    ['takes nothing', () => '/dev/full'],
  ])('names a file that %s', async (_name, where) => {
    const file = where()
    await expect(writeStream(chunks('text'), file, 'w')).rejects.toEqual(
      aFailure('write', { fields: { file } }),
    )
  })

  it('passes on what the source throws', async () => {
    const broken = new Error('it broke off')
    async function* breaks() {
      yield Buffer.from('half')
      throw broken
    }
    await expect(writeStream(breaks(), place())).rejects.toBe(broken)
  })
})

describe('written', () => {
  it('gives each chunk once it is in the file', async () => {
    const file = place()
    const seen: string[] = []
    for await (const chunk of written(chunks('one', 'two'), file))
      seen.push(`${Buffer.from(chunk).toString()} of ${readFileSync(file, 'utf8')}`)
    expect(seen).toEqual(['one of one', 'two of onetwo'])
  })
})

describe('writeMeasured', () => {
  const sha256 = createHash('sha256').update('onetwo').digest('hex')

  it('gives hash and size, also where a longer try came before', async () => {
    const file = place()
    await writeMeasured(chunks('a longer one, that broke off'), file, 100)
    expect(await writeMeasured(chunks('one', 'two'), file, 6)).toEqual({ sha256, size: 6 })
    expect(readFileSync(file, 'utf8')).toBe('onetwo')
  })

  it('stops at the bound, and asks for no more', async () => {
    const file = place()
    const asked = { chunks: 0, closed: false }
    async function* endless() {
      try {
        for (;;) {
          asked.chunks += 1
          yield Buffer.from('one')
        }
      } finally {
        asked.closed = true
      }
    }
    expect(await writeMeasured(endless(), file, 5)).toBeNull()
    expect(asked).toEqual({ chunks: 2, closed: true })
    expect(readFileSync(file, 'utf8')).toBe('one')
    expect(existsSync(file)).toBe(true)
  })
})
