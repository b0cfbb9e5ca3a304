import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Operand, parseTemplate } from '../../src/declare/template-action.ts'

const quote = (text: string) => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`

const line = fc.string().map(text => text.replaceAll('\n', ' '))
const operand: fc.Arbitrary<Operand> = fc.oneof(
  fc.stringMatching(/^\.[A-Z][A-Za-z]{0,9}$/).map(name => ({ kind: 'key' as const, name })),
  line.map(text => ({ kind: 'text' as const, text })),
)
const written = (one: Operand) => (one.kind === 'key' ? one.name : quote(one.text))
const plain = fc.string().map(text => text.replaceAll('{', '('))

describe('parseTemplate', () => {
  it('reads back every action that can be written, whatever is in its quotes and around it', () => {
    const actions = fc.array(fc.tuple(fc.array(operand, { minLength: 1, maxLength: 4 }), plain), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(plain, actions, fc.constantFrom('', ' ', '\t'), (before, actions, space) => {
        const wholes = actions.map(
          ([operands]) =>
            `{{${space}${operands.map(written).join(`${space}| default${space || ' '}`)}${space}}}`,
        )
        const text = before + actions.map(([, after], at) => `${wholes[at]}${after}`).join('')
        const parsed = parseTemplate(text)
        if (!parsed.ok) throw new Error(parsed.problem)
        const found = parsed.value.flatMap(piece => (piece.kind === 'action' ? [piece] : []))
        expect(found.map(({ whole }) => whole)).toEqual(wholes)
        expect(found.map(({ action }) => action.operands)).toEqual(actions.map(([operands]) => operands))
        expect(parsed.value.map(piece => (piece.kind === 'text' ? piece.text : piece.whole)).join('')).toBe(
          text,
        )
      }),
    )
  })

  it('says of everything else why it cannot be read, and what to write', () => {
    const text = fc.stringMatching(/^\{\{[ .A-Za-z|"`(){}\\-]{0,30}\}\}$/)
    fc.assert(
      fc.property(text, text => {
        const parsed = parseTemplate(text)
        if (!parsed.ok) expect(parsed.problem).toMatch(/^has .*(?:; |write |written )/s)
      }),
    )
  })

  it.each([
    ['{{- .Version -}}', 'write it without "-"'],
    ['{{ default "dev" .Tag }}', 'write {{.Tag | default "dev"}}'],
    ['{{ or .Tag "dev" }}', 'write {{.Tag | default "dev"}}'],
    ['{{ or .Tag .Branch }}', 'write {{.Tag | default .Branch}}'],
    ['{{ coalesce .Tag "dev" }}', 'write {{.Tag | default "dev"}}'],
    ['{{ envOrDefault "STAGE" "dev" }}', 'write {{.Env.STAGE | default "dev"}}'],
    ['{{ index .Env "STAGE" }}', 'write {{.Env.STAGE}}'],
    ['{{ if .IsSnapshot }}', 'conditions are unknown; write a default'],
    ['{{ end }}', 'conditions are unknown'],
    ['{{ .Now.Format "2006" }}', 'write {{.Date}} or {{.Day}}'],
    ['{{ time "2006-01-02" }}', 'write {{.Date}} or {{.Day}}'],
    ['{{ .Branch | lower }}', 'lower is unknown; the only function is default: {{.Branch | default "dev"}}'],
    ['{{ trimprefix .Tag "v" }}', 'trimprefix is unknown'],
    ['{{ .Tag | default dev }}', 'whose default has no quotes; write {{.Tag | default "dev"}}'],
    ['{{ .Tag | default }}', 'default has no value; write {{.Tag | default "dev"}}'],
    ['{{ .Tag | default "a" "b" }}', 'a default is written {{.Tag | default "dev"}}'],
    ['{{ .Tag "dev" }}', 'is unknown'],
    ['{{ "open }}', 'is unknown'],
  ])('says of %s how it is written here', (text, advice) => {
    expect(parseTemplate(text)).toEqual({ ok: false, problem: expect.stringContaining(advice) })
  })
})
