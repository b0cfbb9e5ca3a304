// The memory that pushing an image with a layer of 200 MB takes, above that of pushing one with a layer of 100 bytes.
// node scripts/on-node24.mjs bench/push-memory.mjs   needs docker-registry; keeps its result in bench/RESULTS.md
import { startLimitingProxy } from '../__tests__/support/limiting-proxy.ts'
import { LAYER_BYTES, pushPeak } from '../__tests__/support/push-memory.ts'
import { startRegistry } from '../__tests__/support/registry.ts'
import { keepResult } from './results.mjs'
import { median } from './services.mjs'

const RUNS = 5
/** As Cloudflare has it. */
const LIMIT = 100_000_000

const registry = await startRegistry()
const proxy = await startLimitingProxy(registry.address, LIMIT)
const idle = await measure('idle', registry.address, 100)
const rows = [
  row('one request', await measure('whole', registry.address, LAYER_BYTES)),
  row('chunks, behind a proxy that limits a request', await measure('chunks', proxy.address, LAYER_BYTES)),
]
await Promise.all([proxy.stop(), registry.stop()])
keepResult(
  'Memory of a push',
  'node scripts/on-node24.mjs bench/push-memory.mjs',
  `A layer of ${megabytes(LAYER_BYTES)} MB in a file, to docker-registry; \`VmHWM\` of a process of its own, median and most of ${RUNS}, above
the median of the same with a layer of 100 bytes (${megabytes(median(idle))} MB).

| sent in | MB, median | most | target |
| --- | --: | --: | --: |
${rows.join('\n')}`,
)

async function measure(name, address, size) {
  const peaks = []
  for (let run = 0; run < RUNS; run++) peaks.push(await pushPeak(address, `memory/${name}-${run}`, size))
  return peaks
}

function row(name, peaks) {
  const above = peaks.map(peak => peak - median(idle))
  return `| ${name} | ${megabytes(median(above))} | ${megabytes(Math.max(...above))} | 120 |`
}

function megabytes(bytes) {
  return (bytes / 1e6).toFixed(0)
}
