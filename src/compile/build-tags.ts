import { open } from 'node:fs/promises'
import path from 'node:path'
import { findTags } from '../diet/build-tags.ts'
import type { ConstrainedFile, FoundTag } from '../diet/build-tags.ts'
import { constraintOfHeader } from '../diet/file-constraint.ts'
import type { GraphPackage, PackageGraph } from '../diet/package-graph.ts'
import { errorMessage } from '../host/error-code.ts'
import type { Host } from '../host/host.ts'
import { inParallel } from '../host/in-parallel.ts'

/** Bytes. Licenses often stand above a constraint. */
const HEADER_SIZE = 16 * 1024
const OPEN_FILES = 16

/**
 * Returns the build tags, not set yet, that leave files of dependencies out. Those that leave out the most come first.
 */
export async function readBuildTags(host: Host, graph: PackageGraph): Promise<readonly FoundTag[]> {
  const packages = [...graph.packages.values()]
  const files = await inParallel(OPEN_FILES, packages, async found => constrainedFiles(host, found))
  return findTags(graph, files.flat())
}

async function constrainedFiles(host: Host, found: GraphPackage): Promise<readonly ConstrainedFile[]> {
  const constrained: ConstrainedFile[] = []
  for (const name of [...found.files, ...found.ignoredFiles]) {
    const constraint = constraintOfHeader(await headerOf(host, path.join(found.directory, name)))
    if (constraint !== null) constrained.push({ package: found.importPath, name, constraint })
  }
  return constrained
}

/** Empty where it cannot be read, as with a file that only go's overlay has. At worst, a tag is not found. */
async function headerOf(host: Host, file: string): Promise<string> {
  try {
    await using handle = await open(file)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_SIZE), 0, HEADER_SIZE, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } catch (cause) {
    host.log.debug(`no header of ${file}: ${errorMessage(cause)}`)
    return ''
  }
}
