import { expect, it } from '@jest/globals'
import { PAGE_SCRIPT, PAGE_STYLE } from '../../../src/report/html/page.generated.ts'
import { bundlePage, isPageCurrent } from '../../../scripts/page.mjs'

it('is what src/report/html/page builds, so that nobody ships a page that the sources do not make', async () => {
  expect(await isPageCurrent()).toBe(true)
})

it('is the same from one build to the next, and knows what went into it', async () => {
  const [one, other] = [await bundlePage(), await bundlePage()]
  expect(one.text).toBe(other.text)
  expect(one.inputs).toContain('src/report/html/page/page.ts')
  expect(one.inputs.some((input: string) => input.includes('node_modules/d3-hierarchy/'))).toBe(true)
})

it('holds nothing that ends its element, and asks nothing of a network or of eval', () => {
  expect(PAGE_SCRIPT).not.toMatch(
    /<\/script|<!--|\beval\(|new Function|innerHTML|\bfetch\(|XMLHttpRequest|import\(/,
  )
  expect(PAGE_STYLE).not.toMatch(/<\/style|url\(|@import/)
})

it('brings the licence of what it is made with', () => {
  expect(PAGE_SCRIPT).toContain('Mike Bostock')
  expect(PAGE_SCRIPT).toContain('Permission to use, copy, modify')
})
