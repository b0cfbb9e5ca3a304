// What `bantam diet` finds and how long it looks for it: the whole command, in a process of its own.
// node bench/diet.mjs   needs go and upx; runs dist/ as it is and keeps its result in bench/RESULTS.md
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureDependencies, node24, root } from '../scripts/setup.mjs'
import { keepResult } from './results.mjs'
import { checkOut, must, servicesNamed } from './services.mjs'

ensureDependencies()
const work = mkdtempSync(path.join(tmpdir(), 'bantam-bench-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))
// Go's cache is cold at first for the tries, and packed binaries are kept after the first round.
const env = { ...process.env, XDG_CACHE_HOME: path.join(work, 'cache'), GOCACHE: path.join(work, 'go') }

const sections = servicesNamed(['proxy', 'node_exporter']).map(service => {
  const directory = checkOut(service, work)
  const [first, again] = [diet(service, directory), diet(service, directory)]
  return section(service, first, again)
})
keepResult(
  'Diet',
  'node bench/diet.mjs',
  `Bytes more or less than the image as it is; memory is private, when the process reaches the Go runtime.\n\n${sections.join('\n\n')}`,
)

function diet({ name, main }, directory) {
  console.error(`${name} …`)
  const started = performance.now()
  const found = must(node24, [path.join(root, 'dist/cli.js'), 'diet', `${main}=${name}`, '--json'], {
    cwd: directory,
    env,
  })
  return { seconds: ((performance.now() - started) / 1000).toFixed(1), found: JSON.parse(found) }
}

function section({ name }, first, again) {
  const { asItIs, findings, nothing, failed } = first.found
  const rest = [
    `Saved nothing: ${nothing.map(({ title }) => title).join(', ') || 'none'}.`,
    ...(failed.length === 0 ? [] : [`Failed: ${failed.map(({ title }) => title).join(', ')}.`]),
  ]
  return `### ${name}

${findings.length + nothing.length + failed.length} changes tried in ${first.seconds} s with cold caches, again in ${again.seconds} s; ${asItIs.imageSize.toLocaleString('en-US')} bytes as it is.

| change | image | to pull | memory | start |
|---|--:|--:|--:|--:|
${findings.map(row).join('\n')}

${rest.join(' ')}`
}

function row({ title, saved: { image, download, memory, processorMs } }) {
  const bytes = value => (value === null ? '' : (0 - value).toLocaleString('en-US'))
  const start = processorMs === null ? '' : `${Math.round(-processorMs)} ms`
  return `| ${[title, bytes(image), bytes(download), bytes(memory), start].join(' | ')} |`
}
