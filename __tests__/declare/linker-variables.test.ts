import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { joinLinkerFlags } from '../../src/declare/linker-flags.ts'
import { linkerVariables } from '../../src/declare/linker-variables.ts'

describe('linkerVariables', () => {
  it.each([
    ['-s -w', []],
    ['-X main.v=1', [{ path: 'main', name: 'v', value: '1' }]],
    ['-X=main.v=1', [{ path: 'main', name: 'v', value: '1' }]],
    ['--X main.v=1', [{ path: 'main', name: 'v', value: '1' }]],
    ["-s -X 'main.v=a b' -w", [{ path: 'main', name: 'v', value: 'a b' }]],
    ['"-X=main.v=a b"', [{ path: 'main', name: 'v', value: 'a b' }]],
    ['-X main.v=a=b.c', [{ path: 'main', name: 'v', value: 'a=b.c' }]],
    ['-X gopkg.in/yaml.v3.V=1', [{ path: 'gopkg.in/yaml.v3', name: 'V', value: '1' }]],
    ['-X main.v=1 -X main.v=2', [{ path: 'main', name: 'v', value: '2' }]],
    ['-X main.v=', [{ path: 'main', name: 'v', value: '' }]],
    ['-X nothing', []],
    ['-X', []],
  ])('%s', (ldflags, variables) => expect(linkerVariables(ldflags)).toEqual(variables))

  it('reads back what was joined', () => {
    const part = fc.stringMatching(/^[a-zA-Z_][\w/]*$/)
    const value = fc
      .string()
      .filter(text => !(text.includes('"') && text.includes("'")) && !/[{\r\n]/.test(text))
    fc.assert(
      fc.property(part, fc.stringMatching(/^[a-zA-Z_]\w*$/), value, (path, name, text) => {
        const joined = joinLinkerFlags(['-s', '-X', `${path}.${name}=${text}`])
        fc.pre(joined.ok)
        expect(linkerVariables(joined.value)).toEqual([{ path, name, value: text }])
      }),
    )
  })
})
