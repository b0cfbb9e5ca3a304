import { describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import path from 'node:path'

const SCRIPT = path.join(import.meta.dirname, '..', 'scripts', 'fuzz.mjs')

describe('scripts/fuzz.mjs', () => {
  it('finds nothing wrong in a short run', () => {
    const output = execFileSync(process.execPath, [SCRIPT, '8000', '7'], {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    })
    expect(output).toMatch(/^\d+ inputs, 0 wrong$/m)
    // What no input gets through is not tried: each reader gives values too.
    const tried = [...output.matchAll(/: (\d+) inputs, (\d+) values/g)].map(([, inputs, values]) => ({
      inputs: Number(inputs),
      values: Number(values),
    }))
    expect(tried.length).toBeGreaterThanOrEqual(18)
    expect(tried.filter(({ inputs, values }) => values < inputs / 20)).toEqual([])
  })
})
