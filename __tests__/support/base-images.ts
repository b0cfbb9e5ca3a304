import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Platform } from '../../src/declare/platform.ts'
import type { ConfigSpec, User } from '../../src/declare/spec.ts'
import type { Host } from '../../src/host/host.ts'
import { assemble, type BinaryFile, type Parts } from '../../src/image/assemble.ts'
import type { BaseImage } from '../../src/image/base-image.ts'
import { baseEntries, makeBaseLayer } from '../../src/image/base-layer.ts'
import type { Image } from '../../src/image/image.ts'
import { inherit } from '../../src/image/inherit.ts'
import { directoryStore } from '../../src/thing/directory-store.ts'
import { layoutSource } from '../../src/thing/layout.ts'
import { openBase, type WantedBase } from '../../src/thing/open-base.ts'
import type { RawEntry } from './archives.ts'
import { testHost } from './host.ts'
import { PLAIN_CONFIG } from './images.ts'
import { blobsOf, descriptor, type HandMade, handMade, indexBlob, layoutFiles, writeTree } from './layouts.ts'
import { tool } from './oci-tools.ts'

/** The first layer of an operating system that is merged into `/usr`, with a shell that needs nothing else. */
export function systemLayer(): readonly RawEntry[] {
  const busybox = execFileSync('sh', ['-c', 'command -v busybox'], { encoding: 'utf8' }).trim()
  return [
    { name: 'usr/bin/', type: '5', mode: 0o755, owner: 0 },
    { name: 'usr/bin/busybox', content: readFileSync(busybox), mode: 0o755, owner: 0 },
    { name: 'usr/bin/sh', type: '1', link: 'usr/bin/busybox' },
    { name: 'usr/bin/cat', type: '1', link: 'usr/bin/busybox' },
    { name: 'bin', type: '2', link: 'usr/bin' },
    ...ACCOUNTS,
  ]
}

/** Files that take no room. */
export const ACCOUNTS: readonly RawEntry[] = [
  {
    name: 'etc/passwd',
    content: 'root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000:app:/home/app:/bin/sh\n',
    owner: 0,
  },
  { name: 'etc/group', content: 'root:x:0:\napp:x:1000:\n', owner: 0 },
  { name: 'tmp/', type: '5', mode: 0o1777, owner: 0 },
  { name: 'home/app/', type: '5', mode: 0o750, owner: 1000 },
]

/** What a later layer has: a directory of the user's, and a file of the first layer that is gone. */
export const SECOND_LAYER: readonly RawEntry[] = [
  { name: 'data/', type: '5', mode: 0o700, owner: 1000 },
  { name: 'data/seed', content: 'seed of the base', owner: 1000 },
  { name: 'usr/bin/.wh.cat' },
]

export const BASE_CONFIG = {
  Env: ['PATH=/usr/local/bin:/usr/bin:/bin', 'LANG=C.UTF-8', 'MODE=base'],
  User: 'app',
  WorkingDir: '/data',
  Labels: { maker: 'base', 'org.opencontainers.image.title': 'base' },
  ExposedPorts: { '9000/tcp': {} },
  Volumes: { '/cache': {} },
  StopSignal: 'SIGINT',
  Healthcheck: { Test: ['CMD', '/bin/sh', '-c', 'true'], Interval: 5_000_000_000 },
  Entrypoint: ['/bin/sh'],
  Cmd: ['-c', 'echo from the base'],
}

/** The base for one platform, as Docker writes it. */
export function baseFor(
  platform: Platform,
  layers: readonly (readonly RawEntry[])[] = [ACCOUNTS, SECOND_LAYER],
): HandMade {
  const history = layers.map((_, at) => ({ created: '2026-01-01T00:00:00Z', created_by: `COPY ${at}` }))
  const named = { ...platform, ...(platform.variant === undefined ? {} : { variant: platform.variant }) }
  return handMade(layers, {
    platform: named,
    docker: true,
    config: { config: BASE_CONFIG, history: [...history, { created_by: 'USER app', empty_layer: true }] },
  })
}

/** A layout whose index lists the images with their platforms, beside an attestation. */
export function baseLayout(images: readonly (readonly [Platform, HandMade])[]): string {
  const attested = handMade([[{ name: 'attestation' }]])
  const index = indexBlob([
    ...images.map(([platform, image]) => ({ ...descriptor(image.manifest), platform })),
    { ...descriptor(attested.manifest), platform: { os: 'unknown', architecture: 'unknown' } },
  ])
  const blobs = [index, ...blobsOf(attested), ...images.flatMap(([, image]) => blobsOf(image))]
  return writeTree(layoutFiles([descriptor(index)], blobs))
}

/** Pushes a layout as it is, under a tag, by skopeo. */
export function pushLayout(layout: string, reference: string): void {
  tool('skopeo', [
    'copy',
    '--all',
    '--preserve-digests',
    '--dest-tls-verify=false',
    `oci:${layout}`,
    `docker://${reference}`,
  ])
}

/** The image for one platform of a layout, opened as a base. */
export async function openedBase(
  layout: string,
  platform: Platform = { os: 'linux', architecture: 'amd64' },
  wanted: Partial<WantedBase> = {},
  host: Host = testHost(),
): Promise<BaseImage> {
  const source = await layoutSource(directoryStore(layout, layout))
  const usual = {
    kind: 'layout',
    name: './base',
    tag: null,
    origin: null,
    started: new Set<string>(),
  } as const
  return openBase(host, source, { ...usual, platform, ...wanted })
}

export const API: BinaryFile = { name: 'api', bytes: Buffer.from('a binary'), packed: true }

/** The user of `BASE_CONFIG`. */
export const APP: User = { uid: 1000, gid: 1000 }

interface ImageOnParts extends Pick<Parts, 'capabilities' | 'sbom'> {
  readonly user?: User
  readonly binary?: BinaryFile
}

/** An image on a base with nothing in it that was not asked for. */
export async function imageOn(
  on: BaseImage,
  own: Partial<ConfigSpec> = {},
  { user = APP, binary = API, ...parts }: ImageOnParts = {},
): Promise<Image> {
  const config = inherit({ ...PLAIN_CONFIG, env: {}, labels: {}, annotations: {}, ...own }, on, user)
  const { accounts } = config
  const entries = baseEntries({ certificates: null, zones: null, user, accounts, tree: on.tree })
  return assemble({
    platform: { os: 'linux', architecture: 'amd64' },
    config,
    created: 1_700_000_000,
    layerCompression: 'gzip',
    on,
    base: makeBaseLayer(entries, 'gzip'),
    files: [],
    binaries: [binary],
    ...parts,
  })
}
