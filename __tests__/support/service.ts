import { sentencesOf } from './sentences.ts'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ImageParts } from '../../src/commands/steps/assemble.ts'
import { readBase } from '../../src/commands/steps/base.ts'
import { arrangeFiles, readFiles } from '../../src/commands/steps/files.ts'
import { linkService } from '../../src/commands/steps/link.ts'
import { type ReadBinary, readBinaries } from '../../src/commands/steps/read.ts'
import { isolationsOf } from '../../src/isolation/isolation.ts'
import { sbomOf } from '../../src/commands/steps/sbom.ts'
import { allShipped, beginShipping } from '../../src/commands/steps/ship.ts'
import type { Tools } from '../../src/commands/steps/tools.ts'
import type { Given } from '../../src/declare/given.ts'
import { declareImage } from '../../src/declare/image-spec.ts'
import type { ImageSpec, PlatformSpec } from '../../src/declare/spec.ts'
import type { Surroundings } from '../../src/declare/surroundings.ts'
import type { Host } from '../../src/host/host.ts'
import { surroundings } from '../declare/surroundings.ts'
import { goOnPath, PRINTLN } from './go-programs.ts'
import { type RecordingLog, testHost } from './host.ts'

/** A module whose only package is its main one: the cheapest service there is to build. */
export const SERVICE = { 'go.mod': 'module example.com/svc\n\ngo 1.21\n', 'main.go': PRINTLN }

/** A host that stands in the directory of a service. */
export function serviceHost(
  files: Readonly<Record<string, string>> = SERVICE,
  overrides: Partial<Host> = {},
): Host & { readonly log: RecordingLog } {
  const host = testHost(overrides)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(host.cwd, name)), { recursive: true })
    writeFileSync(path.join(host.cwd, name), text)
  }
  return host
}

/** What these inputs ask for of the image for the first platform, from where the host stands. */
export function specFor(
  host: Host,
  values: Given['values'] = {},
  around: Partial<Surroundings> = {},
): PlatformSpec {
  return imageSpecFor(host, values, around).platforms[0]
}

/** All that these inputs ask for, from where the host stands. */
export function imageSpecFor(
  host: Host,
  values: Given['values'] = {},
  around: Partial<Surroundings> = {},
): ImageSpec {
  const { surface, cwd } = host
  const given = { surface, values: { 'working-directory': cwd, ...values }, problems: [] }
  const declared = declareImage(given, surroundings({ surface, cwd, ...around }))
  if (!declared.ok) throw new Error(sentencesOf(declared.problems).join('\n'))
  return declared.spec
}

/** All that goes into the image of a service, and what it is made with. */
export interface ServiceParts {
  readonly host: Host
  readonly spec: PlatformSpec
  readonly tools: Tools
  readonly parts: ImageParts
}

/** A service with two files, unpacked: as far as a build comes before it assembles. */
export async function serviceParts(values: Given['values'] = {}): Promise<ServiceParts> {
  const host = serviceHost({ ...SERVICE, 'static/page.html': '<p>', 'tool.sh': '#!/bin/sh\n' })
  const files = 'static:/srv\ntool.sh:/tool.sh:0755'
  const spec = specFor(host, { pack: 'off', files, certificates: 'mozilla', budget: 'image: 9MB', ...values })
  const tools: Tools = { go: goOnPath(), packer: null }
  const binaries = await readService(host, spec)
  const entries = arrangeFiles(spec, await readFiles(host, spec), [{ name: 'svc' }])
  const base = await readBase(host, spec, tools.go, binaries, entries)
  const shipped = await allShipped(
    beginShipping(host, spec, null, { binaries, programs: [] }, isolationsOf(host)),
  )
  const sbom = sbomOf(spec, binaries, shipped)
  return { host, spec, tools, parts: { base, files: entries, binaries, shipped, programs: [], sbom } }
}

/** The service, compiled and read. */
export async function readService(host: Host, spec: PlatformSpec): Promise<readonly ReadBinary[]> {
  const { binaries, embedded } = await linkService(host, spec, goOnPath())
  return readBinaries(binaries, spec.platform, embedded)
}
