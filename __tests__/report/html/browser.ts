import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type Page, chromium } from 'playwright-core'
import { which } from '../../support/tools.ts'

/** Debian's name of it, and the one that GitHub's runners have. */
export const CHROMIUM =
  which('chromium') === null && which('google-chrome') !== null ? 'google-chrome' : 'chromium'

/** On its own: it asks nobody for updates. */
export async function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: which(CHROMIUM) ?? CHROMIUM,
    args: [
      '--no-sandbox',
      '--headless',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

interface Screen {
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
}

export interface Opened extends AsyncDisposable {
  readonly page: Page
  /** What the page complained of: console errors and warnings, breaches of its policy, exceptions. */
  readonly complaints: readonly string[]
  /** Addresses it asked for. */
  readonly requests: readonly string[]
  readonly address: string
}

/** Opens a report as whoever downloaded it does: from a file. */
export async function openReport(
  browser: Browser,
  html: string,
  { width = 1280, height = 900, colorScheme = 'light' }: Screen = {},
): Promise<Opened> {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-html-'))
  const file = path.join(directory, 'report.html')
  writeFileSync(file, html)
  const address = pathToFileURL(file).href
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const complaints: string[] = []
  const requests: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('request', request => requests.push(request.url()))
  await page.goto(address)
  return {
    page,
    complaints,
    requests,
    address,
    [Symbol.asyncDispose]: async () => {
      await context.close()
      rmSync(directory, { recursive: true })
    },
  }
}
