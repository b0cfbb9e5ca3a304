// Every word that a weigh-in may say, and one that it may not.
import { expect, it } from '@jest/globals'
import { readWeighIn } from '../../src/size/read-weigh-in.ts'
import { grown, mainBranch, weighIn } from '../report/sample.ts'

type Json = Record<string, unknown>

const PLATFORM = 'images.0.platforms.0'
const BINARY = `${PLATFORM}.binaries.0`

const WORDS: Readonly<Record<string, readonly unknown[]>> = {
  'images.0.budget.status': ['within', 'over', 'unmeasured', 'none'],
  'images.0.budget.limits.0.status': ['within', 'over', 'unmeasured'],
  'images.0.baseline.kind': ['image', 'cache', 'file', 'build', 'none'],
  'stages.0.stage': ['resolve', 'compile', 'read', 'pack', 'prove', 'assemble', 'smoke test', 'publish'],
  [`${PLATFORM}.settings.cgo`]: ['off', 'static', null],
  [`${PLATFORM}.settings.layerCompression`]: ['gzip', 'zstd', null],
  [`${PLATFORM}.smokeTest.status`]: ['passed', 'not asked'],
  [`${PLATFORM}.growth.metrics.0.metric`]: ['image', 'download', 'binary', 'memory'],
  [`${PLATFORM}.growth.metrics.0.change`]: ['grown', 'shrunk', 'unchanged', null],
  [`${PLATFORM}.growth.nodes.0.change`]: ['added', 'removed', 'grown', 'shrunk', 'unchanged'],
  [`${BINARY}.proof.status`]: ['proven', 'failed', 'not run'],
  [`${BINARY}.proof.isolation`]: ['namespaces', 'process', null],
  [`${BINARY}.pack`]: [
    { status: 'packed', packer: 'upx 4.2.2', reason: null, kept: true },
    { status: 'unpacked', packer: null, reason: 'off' },
    { status: 'unpacked', packer: 'upx 4.2.2', reason: 'it is refused' },
  ],
  [`${PLATFORM}.platform`]: ['linux/amd64', 'linux/arm/v7'],
}

const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  [`${PLATFORM}.platform`]: [
    'linux',
    'linux/',
    ' linux/amd64',
    'linux/amd64 ',
    'linux/arm/v7/x',
    'Linux/amd64',
  ],
  [`${BINARY}.pack`]: [
    { status: 'packed', packer: null, reason: null, kept: true },
    { status: 'packed', packer: 'upx', reason: null },
    { status: 'unpacked', packer: null, reason: null },
    { status: 'unpacked' },
    {},
  ],
  [`${PLATFORM}.growth.nodes.0.path`]: [[]],
  'images.0.platforms': [[]],
  images: [[]],
  'stages.0.ms': [-1, null],
}

/** A weigh-in with growth and limits, as JSON, with another value at that place. */
function withValue(place: string, value: unknown): unknown {
  const json = JSON.parse(JSON.stringify(weighIn({ ...grown, baseline: mainBranch }))) as Json
  const names = place.split('.')
  const last = names.pop() ?? ''
  const parent = names.reduce<Json>((at, name) => at[name] as Json, json)
  expect(parent).toHaveProperty(last)
  parent[last] = value
  return json
}

const rows = (table: typeof WORDS) =>
  Object.entries(table).flatMap(([place, values]) => values.map(value => ({ place, value })))

it.each(rows(WORDS))('reads $place: $value', ({ place, value }) => {
  const json = withValue(place, value)
  expect(readWeighIn(json)).toEqual({ ok: true, value: json })
})

it.each(Object.keys(WORDS).map(place => ({ place, value: 'nonsense' })))(
  'refuses $place: $value',
  ({ place, value }) => {
    expect(readWeighIn(withValue(place, value)).ok).toBe(false)
  },
)

it.each(rows(WRONG))('refuses $place: $value', ({ place, value }) => {
  expect(readWeighIn(withValue(place, value)).ok).toBe(false)
})
