// Renders docs/report.png, the picture of README.md: the page that a real build of examples/proxy writes, in the Chromium
// that the tests use. Needs what npm start needs. node scripts/on-node24.mjs scripts/picture.mjs
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { executable } from './machine.mjs'
import { fail, root } from './setup.mjs'
import { instead } from './test-tools.mjs'

const browserPath = ['chromium', instead.chromium]
  .flatMap(name =>
    (process.env.PATH ?? '').split(path.delimiter).map(directory => path.join(directory, name)),
  )
  .find(executable)
if (browserPath === undefined) fail('chromium is not on PATH: npm test installs it.')

const directory = mkdtempSync(path.join(tmpdir(), 'bantam-picture-'))
const report = path.join(directory, 'proxy.json')
const budget = ['image: 3MB', 'download: 3MB', 'binary: 7MB', 'memory: 8MB']
const { status } = spawnSync(
  process.execPath,
  [
    'dist/cli.js',
    'build',
    '--working-directory',
    'examples/proxy',
    ...budget.flatMap(limit => ['--budget', limit]),
    '--output',
    path.join(directory, 'proxy'),
    '--report',
    report,
  ],
  { cwd: root, stdio: 'inherit' },
)
if (status !== 0) fail('The build failed, so there is nothing to show; what it printed is above.')

const browser = await chromium.launch({
  executablePath: browserPath,
  args: ['--no-sandbox', '--headless', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
})
const page = await browser.newPage({ viewport: { width: 1200, height: 760 }, colorScheme: 'light' })
await page.goto(pathToFileURL(report.replace(/\.json$/, '.html')).href)
await page.screenshot({ path: path.join(root, 'docs/report.png') })
await browser.close()
rmSync(directory, { recursive: true })
