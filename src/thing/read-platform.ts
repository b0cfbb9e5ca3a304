import { readFile } from 'node:fs/promises'
import { saysProgram } from '../binary/program-head.ts'
import type { Host } from '../host/host.ts'
import { inParallel } from '../host/in-parallel.ts'
import { fileSystemOf, type ImageFile } from '../image/file-system.ts'
import { readConfig } from '../image/read-config.ts'
import { startedPaths } from '../image/started.ts'
import { storedFiles } from '../image/stored-files.ts'
import type { Allowance } from './allowance.ts'
import { release } from './extent.ts'
import type { LayerPart, Parts } from './parts.ts'
import { readLayer, type ReadLayer } from './read-layer.ts'
import type { PlatformImage, Program, ThingLayer } from './thing.ts'
import { unreadable } from './unreadable.ts'

/** Layers that were already read, by their digest and the files started in them: platforms and images share layers. */
export type LayersRead = Map<string, ReadLayer>

/** Reads the config and the layers, and checks that they match. */
export async function readPlatform(
  host: Host,
  name: string,
  parts: Parts,
  allowance: Allowance,
  read: LayersRead,
): Promise<PlatformImage> {
  const config = readConfig(parts.config)
  if (!config.ok) throw unreadable(name, `its config ${config.problem}`)
  const { diffIds, platform } = config.value
  const started = startedPaths(config.value)
  if (diffIds.length !== parts.layers.length)
    throw unreadable(name, `its config lists ${diffIds.length} layers, but it has ${parts.layers.length}`)
  const layers: ThingLayer[] = []
  for (const [index, part] of parts.layers.entries()) {
    const { diffId, changes } = await readOnce(host, part, allowance, read, started)
    if (diffId !== diffIds[index])
      throw unreadable(
        name,
        `layer ${part.digest} unpacks to ${diffId}, but its config says ${diffIds[index]}`,
      )
    layers.push({ digest: part.digest, diffId, size: part.size, entries: changes })
  }
  const files = fileSystemOf(layers.map(({ entries }) => entries))
  const programs = await programsAmong(files)
  allowance.spend('executables', programs.length)
  const imageSize = sum(layers.flatMap(({ entries }) => storedFiles(entries)).map(({ bytes }) => bytes))
  return {
    platform: parts.platform ?? platform,
    manifestDigest: parts.manifestDigest,
    configDigest: parts.configDigest,
    annotations: parts.annotations,
    config: config.value,
    downloadSize: parts.downloadSize,
    imageSize,
    hiddenSize: imageSize - sum(files.map(({ bytes }) => bytes)),
    layers,
    files,
    programs,
    parts,
  }
}

async function readOnce(
  host: Host,
  { digest, open }: LayerPart,
  allowance: Allowance,
  read: LayersRead,
  started: ReadonlySet<string>,
): Promise<ReadLayer> {
  const key = JSON.stringify([digest, ...started])
  const known = read.get(key)
  if (known !== undefined) return known
  const extent = await open()
  try {
    const layer = await readLayer(host, extent, allowance, started)
    read.set(key, layer)
    return layer
  } finally {
    await release(extent)
  }
}

/** A file that may be a library is read whole, and an image may have thousands of them. */
const READS = 4

/** The files that are executable ELF programs, each once. */
export async function programsAmong(files: readonly ImageFile[]): Promise<readonly Program[]> {
  return (await inParallel(READS, files, asProgram)).flat()
}

async function asProgram(file: ImageFile): Promise<readonly Program[]> {
  const { path, bytes, mode, layer, program, linkTo } = file
  if (program === null || linkTo !== null) return []
  const isOne = program.isSure || program.file === null || saysProgram(await readFile(program.file))
  return isOne ? [{ path, bytes, mode, layer, file: program.file }] : []
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
