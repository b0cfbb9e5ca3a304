import { growthOf } from '../../src/size/growth.ts'
import { grown, weighIn } from '../../__tests__/report/sample.ts'
import { descriptor, handMade, indexBlob } from '../../__tests__/support/layouts.ts'
import type { Parsed } from '../../src/declare/parsed.ts'
import { readAnswer } from '../../src/github/cache-request.ts'
import { HttpError } from '../../src/host/http-error.ts'
import { readConfig } from '../../src/image/read-config.ts'
import { readDockerManifest } from '../../src/image/read-docker-manifest.ts'
import { readJson } from '../../src/image/read-json.ts'
import { readManifest } from '../../src/image/read-manifest.ts'
import { commentReport } from '../../src/report/comment.ts'
import { htmlReport } from '../../src/report/html/report.ts'
import { weighInJson } from '../../src/report/json.ts'
import { markdownReport } from '../../src/report/markdown.ts'
import { comparisonLines, weightLines } from '../../src/report/weight-lines.ts'
import { readAnnotation } from '../../src/size/annotation.ts'
import { readWeighIn } from '../../src/size/read-weigh-in.ts'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { mutateJson } from './mutate-json.ts'
import { bytesOf, outcomeOf, type Target } from './target.ts'

const MADE = handMade([[{ name: 'file', content: 'content' }], [{ name: 'other' }]])
const LINUX = { os: 'linux', architecture: 'amd64' }
const SAVED = [{ Config: 'a.json', RepoTags: ['a:b'], Layers: ['1/layer.tar', '2/layer.tar'] }]
const WEIGH_IN = withPrograms(weighIn(grown))
const CACHE_ANSWER = {
  ok: true,
  signed_download_url: 'https://example.com/x?sig=y',
  matched_key: 'key',
  archiveLocation: 'https://example.com/x',
  cacheKey: 'key',
}
const ANNOTATION = {
  schemaVersion: 2,
  bantam: '0.1.0',
  settings: {
    go: 'go1.26.8',
    packer: 'upx 4.2.4',
    ldflags: '-s -w',
    buildTags: ['a'],
    buildFlags: [],
    cgo: 'off',
    certificates: 'none',
    timezones: 'none',
    layerCompression: 'gzip',
  },
  budget: ['image: 3MB', 'module golang.org/x/net@linux/amd64: +0', 'binary: +2%'],
}

export const DOCUMENT_TARGETS: readonly Target[] = [
  target('manifest', 1, JSON.parse(String(MADE.manifest.bytes)), readManifest),
  target('index', 1, listOf(MADE.manifest), readManifest),
  target('config', 1, JSON.parse(String(MADE.config.bytes)), readConfig),
  target('manifest.json', 1, SAVED, readDockerManifest),
  target('annotation', 1, ANNOTATION, bytes => readAnnotation(Buffer.from(bytes).toString(), LINUX)),
  target('cache answer, v1', 1, CACHE_ANSWER, bytes => readCacheAnswer('v1', bytes)),
  target('cache answer, v2', 1, CACHE_ANSWER, bytes => readCacheAnswer('v2', bytes)),
  target('weigh-in', 5, WEIGH_IN, readDocument),
  target('weigh-in, shown', 20, WEIGH_IN, bytes => {
    const read = readDocument(bytes)
    if (read.ok) show(read.value)
    return read
  }),
]

function target(
  name: string,
  share: number,
  seed: unknown,
  read: (bytes: Uint8Array) => Parsed<unknown>,
): Target {
  return {
    name,
    share,
    input: random => mutateJson(seed, random),
    read: input => outcomeOf(read(bytesOf(input))),
  }
}

function listOf(manifest: typeof MADE.manifest): unknown {
  const listed = { ...descriptor(manifest), platform: { ...LINUX, variant: 'v2' }, annotations: { a: 'b' } }
  return JSON.parse(String(indexBlob([listed, listed]).bytes))
}

/** With what only some images have. */
function withPrograms(weighed: WeighIn): WeighIn {
  const otherPrograms = [
    { path: '/bin/a', bytes: 1000, unread: null },
    { path: '/bin/b', bytes: 1000, unread: 'it may be packed' },
  ]
  const images = weighed.images.map(image => ({
    ...image,
    platforms: image.platforms.map(weight => ({
      ...weight,
      otherPrograms,
      binaries: weight.binaries.map(binary => ({
        ...binary,
        modules: ['a.b/c'],
        unread: 'no',
        brought: true,
      })),
    })),
  }))
  return { ...weighed, images }
}

function readCacheAnswer(protocol: 'v1' | 'v2', bytes: Uint8Array): Parsed<unknown> {
  try {
    return { ok: true, value: readAnswer(protocol, Buffer.from(bytes).toString()) }
  } catch (error) {
    if (error instanceof HttpError) return { ok: false, problem: error.message }
    throw error
  }
}

function readDocument(bytes: Uint8Array): Parsed<WeighIn> {
  const json = readJson(bytes)
  return json.ok ? readWeighIn(json.value) : json
}

/** As everything that may be handed one shows it. */
function show(weighIn: WeighIn): void {
  const screen = { width: 80, colour: false }
  weightLines(weighIn, 'function', screen)
  comparisonLines(weighIn, screen)
  markdownReport(weighIn, { pass: true, sentence: 'Within budget.' })
  commentReport(weighIn, { pass: true, sentence: 'Within budget.' }, 'key')
  htmlReport(weighIn)
  for (const { platforms } of weighIn.images)
    for (const weight of platforms) for (const old of platforms) growthOf(old, weight)
  const again = readDocument(Buffer.from(weighInJson(weighIn)))
  if (!again.ok) throw new Error(`what was read ${again.problem}`)
}
