import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ConfigSpec } from '../../src/declare/spec.ts'
import { assemble, type Parts, type BinaryFile } from '../../src/image/assemble.ts'
import { baseEntries, makeBaseLayer, type Base } from '../../src/image/base-layer.ts'
import type { StoredBlob } from '../../src/image/blob.ts'
import type { Image } from '../../src/image/image.ts'

export const NONROOT = { uid: 65532, gid: 65532 }

export const PLAIN_CONFIG: ConfigSpec = {
  entrypoint: null,
  args: [],
  env: {},
  expose: [],
  user: NONROOT,
  workdir: null,
  volumes: [],
  emptyDirectories: [],
  directories: [],
  stopSignal: null,
  healthcheck: null,
  accounts: [],
  labels: {},
  annotations: {},
}

/** An image for linux/amd64 with nothing in it that was not asked for. */
export function image(
  binary: BinaryFile,
  { base = {}, ...parts }: Partial<Omit<Parts, 'base'>> & { readonly base?: Partial<Base> } = {},
): Promise<Image> {
  const layerCompression = parts.layerCompression ?? 'gzip'
  return assemble({
    platform: { os: 'linux', architecture: 'amd64' },
    config: PLAIN_CONFIG,
    created: null,
    files: [],
    binaries: [binary],
    ...parts,
    layerCompression,
    base: makeBaseLayer(
      baseEntries({ certificates: null, zones: null, user: NONROOT, ...base }),
      layerCompression,
    ),
  })
}

/** A static program that prints `uid:gid`, its working directory and its arguments, as the compiler of this machine makes it. */
export function staticProgram(): BinaryFile {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-program-'))
  const source = path.join(directory, 'whoami.c')
  const binary = path.join(directory, 'whoami')
  writeFileSync(
    source,
    `#include <stdio.h>
#include <unistd.h>
int main(int argc, char **argv) {
  char here[4096];
  printf("%d:%d %s", (int)getuid(), (int)getgid(), getcwd(here, sizeof here));
  for (int i = 1; i < argc; i++) printf(" %s", argv[i]);
  return puts("") < 0;
}
`,
  )
  execFileSync('gcc', ['-Os', '-static', '-s', '-o', binary, source])
  return { name: 'whoami', bytes: readFileSync(binary), packed: false }
}

/** The bytes of a blob of an image on `scratch`, which has them in memory. */
export function bytesOf(blob: StoredBlob): Uint8Array {
  if ('bytes' in blob) return blob.bytes
  throw new Error(`${blob.digest} is in ${blob.file}`)
}
