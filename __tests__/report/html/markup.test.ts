import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { embedJson, html, verbatim } from '../../../src/report/html/markup.ts'

describe('html', () => {
  it('escapes text, and leaves markup as it is', () => {
    const inner = html`<b>${'<&>"\''}</b>`
    expect(html`<p title="${'"x"'}">${inner}${[inner, verbatim('<hr>')]}${7}</p>`.markup).toBe(
      '<p title="&quot;x&quot;"><b>&lt;&amp;&gt;&quot;&#39;</b><b>&lt;&amp;&gt;&quot;&#39;</b><hr>7</p>',
    )
  })

  it('lets no text begin a tag or end an attribute', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(html`${text}`.markup).not.toMatch(/[<>"']/)
      }),
    )
  })
})

describe('embedJson', () => {
  it('gives the value back, and holds nothing that ends a script', () => {
    const hostile = fc.oneof(fc.jsonValue(), fc.constantFrom('</script>', '<!--', '<script', '\u2028', ']]>'))
    fc.assert(
      fc.property(hostile, value => {
        const text = embedJson(value)
        expect(text).not.toContain('<')
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
