import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseTag } from '../../src/declare/reference.ts'
import { fillTag } from '../../src/declare/tag-template.ts'
import { sourceValues } from '../../src/declare/source-values.ts'
import { COMMIT, surroundings } from './surroundings.ts'

const fill = (
  text: string,
  repository: { tag?: string | null; branch?: string | null } = {},
  env: Record<string, string> = {},
) => fillTag(text, sourceValues(surroundings({}, repository), 1_700_000_000), env)

describe('fillTag', () => {
  it.each([
    ['{{.Branch}}', { branch: 'feat/x' }, 'feat-x'],
    ['{{.Version}}', { tag: 'v1.2.3+b5' }, '1.2.3-b5'],
    ['{{.Tag}}', { tag: 'v1.2.3+b5' }, 'v1.2.3-b5'],
    ['{{.Version}}', { tag: 'svc/v1.4.0' }, 'svc-v1.4.0'],
    ['v{{.Version}}-{{.ShortCommit}}', { tag: 'v1.2.3' }, `v1.2.3-${COMMIT.slice(0, 7)}`],
    ['{{.Date}}', {}, '2023-11-14T22-13-20Z'],
    ['rc-{{.Branch}}', { branch: '.hidden' }, 'rc-hidden'],
    ['ghcr.io/o/r:{{.Branch}}', { branch: 'feat/x' }, 'ghcr.io/o/r:feat-x'],
    ['localhost:5000/r:x-{{.Branch}}', { branch: 'feat/x' }, 'localhost:5000/r:x-feat-x'],
  ])('fills %s with %j', (text, repository, value) => {
    expect(fill(text, repository)).toEqual({ ok: true, value })
  })

  it.each([
    ['{{.Env.REF}}', { REF: 'feat/x' }, 'feat-x'],
    ['{{.Env.IMAGE}}:{{.Env.REF}}', { IMAGE: 'ghcr.io/o/r', REF: 'feat/x' }, 'ghcr.io/o/r:feat-x'],
    ['{{.Env.REFERENCE}}', { REFERENCE: 'ghcr.io/o/r:v1' }, 'ghcr.io/o/r:v1'],
    ['ghcr.io/{{.Env.OWNER}}/r:v1', { OWNER: 'Acme' }, 'ghcr.io/Acme/r:v1'],
  ])('fills %s with a variable: %j', (text, env, value) => {
    expect(fill(text, {}, env)).toEqual({ ok: true, value })
  })

  it('takes what is too long off the value, and leaves what was written and other values whole', () => {
    const filled = fill('{{.Branch}}-{{.ShortCommit}}', { branch: 'x'.repeat(200) })
    expect(filled).toEqual({ ok: true, value: `${'x'.repeat(120)}-${COMMIT.slice(0, 7)}` })
  })

  it('leaves what was written out as it is, for its reader to refuse', () => {
    expect(fill('feat/x')).toEqual({ ok: true, value: 'feat/x' })
    expect(fill('v1+{{.Version}}', { tag: 'v2' })).toEqual({ ok: true, value: 'v1+2' })
    expect(fill('x'.repeat(140))).toEqual({ ok: true, value: 'x'.repeat(140) })
  })

  it('refuses a value that leaves nothing', () => {
    expect(fill('{{.Branch}}', { branch: '日本' })).toMatchObject({
      ok: false,
      problem: expect.stringContaining('has {{.Branch}}, which is "日本" here'),
    })
  })

  it('makes a tag of every branch and git tag', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), branch => {
        const filled = fill('x{{.Branch}}', { branch: `b${branch}` })
        expect(filled.ok && parseTag(filled.value ?? '').ok).toBe(true)
      }),
    )
  })
})
