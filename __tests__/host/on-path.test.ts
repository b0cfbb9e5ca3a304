import { describe, expect, it } from '@jest/globals'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { onPath } from '../../src/host/on-path.ts'
import { testHost } from '../support/host.ts'

describe('onPath', () => {
  it('finds the first that may be run, as a shell does', () => {
    const { cwd } = testHost()
    for (const name of ['a', 'b', 'c', 'c/tool']) mkdirSync(path.join(cwd, name))
    writeFileSync(path.join(cwd, 'a', 'tool'), '', { mode: 0o644 })
    writeFileSync(path.join(cwd, 'b', 'tool'), '', { mode: 0o755 })
    const env = { PATH: ['c', 'a', 'b'].map(name => path.join(cwd, name)).join(path.delimiter) }
    expect(onPath(testHost({ cwd, env }), 'tool')).toBe(path.join(cwd, 'b', 'tool'))
  })

  it.each(['', '.', ':', './', 'bin', '../tests/bin'])('does not search the working directory: %j', entry => {
    const { cwd } = testHost()
    mkdirSync(path.join(cwd, 'bin'))
    for (const file of ['tool', 'bin/tool']) writeFileSync(path.join(cwd, file), '', { mode: 0o755 })
    expect(onPath(testHost({ cwd, env: { PATH: `${entry}:/nowhere` } }), 'tool')).toBeNull()
  })

  it('finds nothing where there is nothing, or no PATH', () => {
    expect(onPath(testHost(), 'no-such-command-here')).toBeNull()
    expect(onPath(testHost({ env: {} }), 'sh')).toBeNull()
  })
})
