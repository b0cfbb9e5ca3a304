import { clause } from '../clause.ts'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { arch } from 'node:os'
import path from 'node:path'
import { Failure } from '../failure.ts'
import { extract } from '../host/archive.ts'
import { download } from '../host/download.ts'
import type { Host } from '../host/host.ts'
import { showUrl } from '../host/show-url.ts'
import { installTool, type CachedTool } from '../host/tool-cache.ts'
import { below, type ListedRelease } from './go-list.ts'

const MAX_ARCHIVE = 500_000_000

/**
 * Downloads a listed release, compares it with the list's hash and puts it into the tool cache.
 *
 * @throws Unreachable if it cannot be downloaded
 * @throws Failure `toolchain` if it does not match the list, or contains no Go
 */
export async function installRelease(
  host: Host,
  tool: string,
  base: string,
  { version, filename, sha256 }: ListedRelease,
): Promise<CachedTool> {
  const url = below(base, filename)
  const { file } = await download(host, url, { sha256, maxBytes: MAX_ARCHIVE })
  try {
    return await installTool(host, tool, version, arch(), async directory => {
      await extract(host, file, directory, { strip: true, from: showUrl(url) })
      if (!existsSync(path.join(directory, 'bin', 'go')))
        throw new Failure(
          'toolchain',
          { what: clause`${showUrl(url)} is no Go toolchain`, why: clause`it holds no go/bin/go` },
          { fields: { url: showUrl(url) } },
        )
    })
  } finally {
    await rm(file, { force: true })
  }
}
