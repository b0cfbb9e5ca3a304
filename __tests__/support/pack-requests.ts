import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readExecutable } from '../../src/binary/executable.ts'
import type { Host } from '../../src/host/host.ts'
import { isolationsOf, type Isolations } from '../../src/isolation/isolation.ts'
import type { PackOutcome } from '../../src/pack/outcome.ts'
import { beginPacking } from '../../src/pack/pack-binary.ts'
import type { PackRequest } from '../../src/pack/pack-request.ts'

/** Builds a small program of its own module, as Bantam does: static, trimmed, stripped. Source files by their path. */
export function buildGo(
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-go-'))
  for (const [name, content] of Object.entries({ 'go.mod': 'module example.com/svc\ngo 1.21\n', ...files })) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true })
    writeFileSync(path.join(directory, name), content)
  }
  const flags = ['-trimpath', '-buildvcs=false', '-tags', 'netgo,osusergo', '-ldflags', '-s -w']
  execFileSync('go', ['build', ...flags, '-o', 'linked', '.'], {
    cwd: directory,
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '', ...env },
  })
  return path.join(directory, 'linked')
}

export const HELLO = { 'main.go': 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("hello") }\n' }

/** Packs and proves, to the end. */
export function packBinary(
  host: Host,
  request: PackRequest,
  isolations: Isolations = isolationsOf(host),
): Promise<PackOutcome> {
  return beginPacking(host, request, isolations).outcome
}

/** What `packBinary` is asked for a file on disk. */
export function packRequest(
  linked: string,
  asked: Pick<PackRequest, 'packer'> & Partial<PackRequest>,
): PackRequest {
  const linkedBytes = readFileSync(linked)
  return {
    name: 'svc',
    linked,
    linkedBytes,
    executable: readExecutable(linkedBytes),
    platform: { os: 'linux', architecture: 'amd64' },
    mode: 'auto',
    smokeTested: false,
    othersCode: false,
    ...asked,
  }
}
