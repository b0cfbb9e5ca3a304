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
    const env = { PATH: [path.join(cwd, 'c'), path.join(cwd, 'a'), '', 'b'].join(path.delimiter) }
    expect(onPath(testHost({ cwd, env }), 'tool')).toBe(path.join(cwd, 'b', 'tool'))
  })

  it('finds nothing where there is nothing, or no PATH', () => {
    expect(onPath(testHost(), 'no-such-command-here')).toBeNull()
    expect(onPath(testHost({ env: {} }), 'sh')).toBeNull()
  })
})
