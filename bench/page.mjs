// What the HTML page weighs and how long a real Chromium takes to show it, of real services.
// node bench/page.mjs   needs go and chromium; keeps its result in bench/RESULTS.md
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureDependencies, node24, onPath, root } from '../scripts/setup.mjs'
import { keepResult } from './results.mjs'
import { checkOut, median, must, servicesNamed } from './services.mjs'

const RUNS = 7

ensureDependencies()
const { chromium } = await import('playwright-core')
const work = mkdtempSync(path.join(tmpdir(), 'bantam-bench-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))

const rows = []
for (const service of servicesNamed(['hello', 'proxy', 'node_exporter', 'caddy'])) {
  console.error(`${service.name} …`)
  const page = pageOf(service)
  const shown = []
  for (let run = 0; run < RUNS; run++) shown.push(await open(page))
  const times = shown.map(({ ms }) => ms)
  rows.push(
    `| ${service.name} | ${shown[0].nodes.toLocaleString('en-US')} | ${statSync(page).size.toLocaleString('en-US')} | ${Math.round(Math.min(...times))} / ${Math.round(median(times))} |`,
  )
}
keepResult(
  'The HTML page',
  'node bench/page.mjs',
  `Opened from its file by a Chromium of its own, until what it drew is painted: minimum / median of ${RUNS}.

| service | nodes | bytes | ms to open |
|---|--:|--:|--:|
${rows.join('\n')}`,
)

/** Unpacked: what is in a page does not depend on packing. */
function pageOf(service) {
  const report = path.join(work, `${service.name}.json`)
  const output = path.join(work, 'out', service.name)
  const args = ['build', service.main, '--pack', 'off', '--report', report, '--output', output]
  must(node24, [path.join(root, 'dist/cli.js'), ...args], { cwd: checkOut(service, work) })
  return report.replace(/\.json$/, '.html')
}

async function open(file) {
  const browser = await chromium.launch({
    executablePath: must('which', [onPath('chromium') ? 'chromium' : 'google-chrome']).trim(),
    args: [
      '--no-sandbox',
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
    ],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(pathToFileURL(file).href)
    const ms = await page.evaluate(
      `new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))`,
    )
    const nodes = await page.evaluate(
      `JSON.parse(document.getElementById('data').textContent).trees.reduce((sum, tree) => sum + tree.names.length, 0)`,
    )
    return { ms, nodes }
  } finally {
    await browser.close()
  }
}
