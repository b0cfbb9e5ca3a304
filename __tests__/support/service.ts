import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { linkService } from '../../src/commands/steps/link.ts'
import { type ReadBinary, readBinaries } from '../../src/commands/steps/read.ts'
import type { Given } from '../../src/declare/given.ts'
import { declareImage } from '../../src/declare/image-spec.ts'
import type { ImageSpec } from '../../src/declare/spec.ts'
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

/** What these inputs ask for, from where the host stands. */
export function specFor(
  host: Host,
  values: Given['values'] = {},
  around: Partial<Surroundings> = {},
): ImageSpec {
  const { surface, cwd } = host
  const given = { surface, values: { 'working-directory': cwd, ...values }, problems: [] }
  const declared = declareImage(given, surroundings({ surface, cwd, ...around }))
  if (!declared.ok) throw new Error(declared.problems.map(({ sentence }) => sentence).join('\n'))
  return declared.spec
}

/** The service, compiled and read. */
export async function readService(host: Host, spec: ImageSpec): Promise<readonly ReadBinary[]> {
  const { binaries, embedded } = await linkService(host, spec, goOnPath())
  return readBinaries(binaries, spec.platform, embedded)
}
