import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { htmlReport } from '../../../src/report/html/report.ts'
import { describeWith } from '../../support/tools.ts'
import { CHROMIUM, type Opened, openReport, startChromium } from './browser.ts'
import { oneOf, severalImages } from '../many-images.ts'
import {
  countNodes,
  digestOf,
  grown,
  imageWeight,
  leaf,
  node,
  platformWeight,
  proxyTree,
  weighIn,
} from './sample.ts'

const plain = htmlReport(weighIn())
const compared = htmlReport(grown())

describeWith([CHROMIUM], 'the HTML report in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startChromium()
  })
  afterAll(async () => {
    await browser.close()
  })

  const tiles = (page: Page) => page.locator('.map button')
  const tile = (page: Page, name: string) => page.locator('.map').getByRole('button', { name, exact: false })
  const here = (page: Page) => page.locator('.crumbs [aria-current]')
  const focused = (page: Page) => page.evaluate<string>('document.activeElement.getAttribute("aria-label")')
  const expectNoComplaint = ({ complaints, requests, address }: Opened) => {
    expect(complaints).toEqual([])
    expect(requests).toEqual([address])
  }

  it('says the verdict, the sizes against limits and what is largest at first glance', async () => {
    await using opened = await openReport(browser, plain)
    const { page } = opened
    expect(await page.locator('.verdict').innerText()).toContain(
      'Within budget: image is 2.20 MB of 3 MB (73 %)',
    )
    expect(await page.locator('.cell').allInnerTexts()).toHaveLength(4)
    expect(await page.locator('.list li').first().innerText()).toMatch(/^standard library\s+4\.18 MB · 65 %/)
    for (const part of ['.verdict', '.cells', '.map', '.list']) {
      const box = await page.locator(part).boundingBox()
      expect(box?.y).toBeLessThan(900)
    }
    expectNoComplaint(opened)
  })

  it('is gone through by keyboard: one tab stop, arrows between tiles, Enter in, Escape and Backspace out', async () => {
    await using opened = await openReport(browser, plain)
    const { page } = opened
    expect(await page.locator('.map [tabindex="0"]').count()).toBe(1)
    await page.getByRole('searchbox').focus()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('standard library, standard library, 4.18 MB, 65 % of proxy, 25 parts')
    expect(await page.locator('.ring').isVisible()).toBe(true)

    await page.keyboard.press('ArrowRight')
    expect(await focused(page)).not.toContain('standard library, standard')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    expect(await here(page).innerText()).toBe('standard library')
    expect(await focused(page)).toMatch(/^net\/http, package, 812 kB, 19 % of standard library/)

    await page.keyboard.press('PageDown')
    expect(await focused(page)).toMatch(/^runtime,/)
    await page.keyboard.press('Enter')
    expect(await here(page).innerText()).toBe('runtime')
    await page.keyboard.press('Escape')
    expect(await focused(page)).toMatch(/^runtime,/)
    await page.keyboard.press('Backspace')
    expect(await here(page).innerText()).toBe('proxy')
    expect(await focused(page)).toMatch(/^standard library,/)
    await page.keyboard.press('End')
    expect(await focused(page)).toMatch(/^headers,/)
    await page.keyboard.press('Home')
    expect(await focused(page)).toMatch(/^standard library,/)
    expectNoComplaint(opened)
  })

  it('goes through all tiles by size', async () => {
    await using opened = await openReport(browser, plain)
    const { page } = opened
    await tile(page, 'standard library').focus()
    const seen: string[] = []
    for (const all = await tiles(page).count(); seen.length < all;) {
      seen.push(await focused(page))
      await page.keyboard.press('PageDown')
    }
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('is gone into by click, a tile within a tile as well, and back by the path', async () => {
    await using opened = await openReport(browser, plain)
    const { page } = opened
    await page
      .locator('.map .depth-2', { hasText: 'net/http' })
      .first()
      .click({ position: { x: 10, y: 8 } })
    expect(await page.locator('.crumbs li').allInnerTexts()).toEqual([
      'proxy',
      'standard library',
      'net/http',
    ])
    expect(await page.locator('.map button').first().getAttribute('aria-label')).toContain('% of net/http')
    await page.locator('.crumbs').getByRole('button', { name: 'proxy' }).click()
    expect(await here(page).innerText()).toBe('proxy')
    expectNoComplaint(opened)
  })

  it('goes from the binary in the image to what is in the binary', async () => {
    await using opened = await openReport(browser, plain)
    const { page } = opened
    await page.getByText('image, files as shipped').click()
    expect(await here(page).innerText()).toBe('image')
    expect(await page.locator('.list li').first().innerText()).toMatch(/^\/proxy\s+2\.02 MB · 92 %/)
    await tile(page, '/proxy').click()
    expect(await page.locator('.list li').first().innerText()).toMatch(/^standard library/)
    expectNoComplaint(opened)
  })

  it('finds parts by words, says how much they weigh together and goes to the largest', async () => {
    await using opened = await openReport(browser, plain)
    const { page } = opened
    await page.keyboard.press('/')
    await page.keyboard.type('net/http2 write')
    expect(await page.locator('.search output').innerText()).toMatch(/^\d found, [\d.]+ kB together$/)
    expect(await page.locator('.tile.faded').count()).toBeGreaterThan(5)
    await page.keyboard.press('Enter')
    expect(await here(page).innerText()).toBe('golang.org/x/net/http2')
    await page.getByRole('searchbox').fill('there is no such thing')
    expect(await page.locator('.search output').innerText()).toBe('nothing found')
    await page.keyboard.press('Escape')
    expect(await page.locator('.tile.faded').count()).toBe(0)
    expectNoComplaint(opened)
  })

  it('shows the same as a table, sorted by any column', async () => {
    await using opened = await openReport(browser, compared)
    const { page } = opened
    await page.getByText('Table', { exact: true }).click()
    const rows = page.locator('tbody tr')
    expect(await page.locator('.map').isVisible()).toBe(false)
    expect(await rows.first().innerText()).toMatch(/^standard library/)
    expect(await page.locator('th.bytes').getAttribute('aria-sort')).toBe('descending')
    await page.getByRole('button', { name: 'Part', exact: true }).click()
    expect(await rows.first().innerText()).toMatch(/^data/)
    expect(await page.locator('th.name[aria-sort]').getAttribute('aria-sort')).toBe('ascending')
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    expect(await rows.first().innerText()).toMatch(/^golang\.org\/x\/net v0\.38\.0 → v0\.41\.0/)
    await page.getByLabel('List').selectOption('package')
    expect(await rows.first().innerText()).toMatch(/^golang\.org\/x\/net\/html/)
    await rows.first().getByRole('button').click()
    expect(await here(page).innerText()).toBe('golang.org/x/net/html')
    expectNoComplaint(opened)
  })

  it('keeps the focus on a heading that was sorted by', async () => {
    await using opened = await openReport(browser, plain)
    const { page } = opened
    await page.getByText('Table', { exact: true }).click()
    await page.getByRole('button', { name: 'Kind', exact: true }).focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Kind')
    await page.keyboard.press('Enter')
    expect(await page.locator('th.kind').getAttribute('aria-sort')).toBe('descending')
  })

  it('colours growth where there is any, and says it in words too', async () => {
    await using opened = await openReport(browser, compared)
    const { page } = opened
    expect(await page.locator('.cause').innerText()).toContain('Go changed from go1.26.7 to go1.26.8')
    await page.getByText('Growth', { exact: true }).click()
    expect(await page.locator('.tile.shade-more-4').count()).toBeGreaterThan(0)
    expect(await page.locator('.tile[class*="shade-less"]').count()).toBeGreaterThan(0)
    expect(await tile(page, 'golang.org/x/net').getAttribute('aria-label')).toContain('+143 kB')
    expect(await page.locator('.list li').first().innerText()).toMatch(
      /^golang\.org\/x\/net\/html\s+\+143 kB/,
    )
    expectNoComplaint(opened)
    await using without = await openReport(browser, plain)
    expect(await without.page.getByText('Growth', { exact: true }).isVisible()).toBe(false)
  })

  it('follows the colour scheme, and the switch over it', async () => {
    const ground = (page: Page) => page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
    await using light = await openReport(browser, plain)
    await using dark = await openReport(browser, plain, { colorScheme: 'dark' })
    const [white, black] = [await ground(light.page), await ground(dark.page)]
    expect(white).not.toBe(black)
    await light.page.getByText('Dark', { exact: true }).click()
    expect(await ground(light.page)).toBe(black)
    await dark.page.getByText('Light', { exact: true }).click()
    expect(await ground(dark.page)).toBe(white)
    expectNoComplaint(dark)
  })

  it.each([
    { name: 'a small phone', width: 320 },
    { name: 'a phone', width: 360 },
    { name: 'a projector', width: 1920 },
  ])('needs no scrolling sideways on $name', async ({ width }) => {
    await using opened = await openReport(browser, compared, { width, height: 740 })
    const { page } = opened
    const overflow = () => page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect(await overflow()).toBeLessThanOrEqual(0)
    expect(await tiles(page).count()).toBeGreaterThan(5)
    await page.getByText('Table', { exact: true }).click()
    expect(await overflow()).toBeLessThanOrEqual(0)
    expect(
      await page.evaluate(
        'document.querySelector(".scroller").scrollWidth - document.querySelector(".scroller").clientWidth',
      ),
    ).toBeLessThanOrEqual(0)
  })

  it('needs no scrolling sideways on a phone for several images either', async () => {
    const page = htmlReport(severalImages([oneOf('api', { platforms: 2 }), oneOf('web', { over: true })]))
    await using opened = await openReport(browser, page, { width: 360, height: 740 })
    expect(
      await opened.page.evaluate('document.documentElement.scrollWidth - innerWidth'),
    ).toBeLessThanOrEqual(0)
  })

  it('shows no column of growth where nothing has a baseline', async () => {
    const several = [oneOf('api'), oneOf('web')]
    const columns = async (page: string) => {
      await using opened = await openReport(browser, page)
      return (await opened.page.locator('.images thead').innerText()).split(/\s+/)
    }
    const whole = severalImages(several)
    expect(await columns(htmlReport(whole))).toContain('growth')
    const images = whole.images.map(image => ({
      ...image,
      platforms: image.platforms.map(platform => ({ ...platform, growth: null })),
    }))
    expect(await columns(htmlReport({ ...whole, images }))).not.toContain('growth')
  })

  it('prints the verdict, the map and the table, in light colours and without controls', async () => {
    await using opened = await openReport(browser, compared, { colorScheme: 'dark' })
    const { page } = opened
    await page.emulateMedia({ media: 'print' })
    for (const shown of ['.verdict', '.cells', '.map', 'table'])
      expect(await page.locator(shown).first().isVisible()).toBe(true)
    for (const hidden of ['.controls', '#theme', '.keys', '.choice'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false)
    expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(
      'rgb(255, 255, 255)',
    )
    const pdf = await page.pdf()
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expectNoComplaint(opened)
  })

  it('opens a tree of 60,000 nodes with few elements, and goes into it', async () => {
    const large = proxyTree(1800)
    expect(countNodes(large)).toBeGreaterThan(60_000)
    const depth = { image: 'proxy', platform: 'linux/amd64', breakdowns: new Map([['proxy', large]]) }
    await using opened = await openReport(browser, htmlReport(weighIn(), [depth]))
    const { page } = opened
    expect(await tiles(page).count()).toBeGreaterThan(5)
    expect(await page.evaluate<number>('document.querySelectorAll("*").length')).toBeLessThan(3000)
    const opening = await page.evaluate<number>(`new Promise(done => {
      const painted = () => performance.getEntriesByType('paint').at(-1)
      requestAnimationFrame(() => setTimeout(() => done(painted()?.startTime ?? performance.now())))
    })`)
    await tile(page, 'standard library').click({ position: { x: 10, y: 6 } })
    await page
      .locator('.map')
      .getByRole('button', { name: /^net\/http,/ })
      .click({ position: { x: 10, y: 6 } })
    expect(
      await page
        .locator('.map')
        .getByRole('button', { name: /smaller, several/ })
        .count(),
    ).toBe(1)
    await page
      .locator('.map')
      .getByRole('button', { name: /smaller, several/ })
      .click()
    expect(await here(page).innerText()).toMatch(/^1,\d\d\d smaller$/)
    const steps = await page.evaluate<number>(`(() => {
      const start = performance.now()
      document.querySelector('.crumbs button').click()
      document.querySelector('.map').getBoundingClientRect()
      return performance.now() - start
    })()`)
    writeSync(2, `60,000 nodes: painted after ${Math.round(opening)} ms, zoomed in ${Math.round(steps)} ms\n`)
    expectNoComplaint(opened)
  })

  it('leaves hostile names harmless', async () => {
    const names = [
      '</script><script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      `"'><svg onload=alert(1)>`,
      '\u202Egnp.exe',
      '<!--<script>',
      '${x}',
      '__proto__',
      'constructor',
    ]
    const tree = node('proxy', 'binary', [
      node(
        names[0] ?? '',
        'main',
        names.map((name, index) => node(name, 'package', [leaf(name, 'function', 1000 + index)])),
      ),
    ])
    const [binary] = platformWeight().binaries
    if (binary === undefined) throw new Error('the sample has a binary')
    const weight = platformWeight({
      binaries: [{ ...binary, name: names[1] ?? '', path: `/${names[2]}`, breakdown: tree }],
    })
    const report = htmlReport(
      weighIn(
        imageWeight({
          name: names[0] ?? '',
          references: [names[1] ?? ''],
          digest: digestOf('e'),
          platforms: [weight],
        }),
      ),
    )
    await using opened = await openReport(browser, report)
    const { page } = opened
    let alerted = false
    page.on('dialog', dialog => {
      alerted = true
      void dialog.dismiss()
    })
    await page.getByText('Table', { exact: true }).click()
    await page.getByLabel('List').selectOption('all')
    const texts = await page.locator('tbody th').allInnerTexts()
    for (const name of names.filter(name => !name.includes('\u202E')))
      expect(texts.join('\n')).toContain(name)
    expect(texts.join('')).not.toContain('\u202E')
    expect(await page.locator('img, script').count()).toBe(2)
    expect(await page.title()).toBe('</script><script>alert(1)</script>: weigh-in')
    expect(alerted).toBe(false)
    expectNoComplaint(opened)
  })

  it('would not run a script that came into it, nor load anything', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : null
    const foreign = `<script>window.ran = 1</script><img src="http://127.0.0.1:${port}/x.png" onerror="window.ran = 2">`
    await using opened = await openReport(browser, plain.replace('<main>', `<main>${foreign}`))
    const { page, complaints } = opened
    await page.evaluate(`fetch('http://127.0.0.1:${port}/y').catch(() => null)`)
    expect(await page.evaluate('window.ran ?? null')).toBeNull()
    expect(complaints.join('\n')).toContain('Content Security Policy')
    expect(asked).toEqual([])
    expect(await tiles(page).count()).toBeGreaterThan(5)
    server.close()
  })

  it('makes no HTML of text: that door is shut as well', async () => {
    await using opened = await openReport(browser, plain)
    const write = opened.page.evaluate(`document.body.innerHTML = '<b>x</b>'`)
    await expect(write).rejects.toThrow('TrustedHTML')
  })

  it('shows what matters without its script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.setContent(compared)
    expect(await page.locator('.verdict').innerText()).toContain('Over budget')
    expect(await page.locator('noscript p').innerText()).toContain('need JavaScript')
    await context.close()
  })
})
