import path from 'node:path'
import { clause } from '../clause.ts'
import { input } from './input-part.ts'
import { parseDownloadUrl } from './config-values.ts'
import { parseGoVersion } from './go-version.ts'
import type { InputName } from './inputs.ts'
import type { Reader } from './reader.ts'
import type { GoSpec, PackSpec } from './spec.ts'
import { DEFAULT_UPX_ARGS, parseSha256, parseUpxArgs, parseUpxVersion } from './upx-settings.ts'

export function declareGo(reader: Reader, directory: string): GoSpec {
  if (reader.asked('go-version') && reader.asked('go-version-file')) {
    reader.contradiction(
      'go-version',
      clause`and ${input('go-version-file')} cannot be used together; write one of them`,
    )
  }
  const file = reader.text('go-version-file')
  return {
    version: reader.value('go-version', parseGoVersion, null),
    versionFile: file === null ? null : path.resolve(directory, file),
    downloadUrl: reader.value('go-download-url', parseDownloadUrl, null),
  }
}

const UPX_INPUTS = ['upx-version', 'upx-args', 'upx-sha256', 'upx-download-url'] as const

export function declarePack(reader: Reader): PackSpec {
  const mode = reader.choice('pack', ['auto', 'require', 'off'])
  const packer = reader.choice('packer', ['upx', 'bantam'])
  const other = mode === 'off' ? input('pack', 'off') : packer === 'bantam' ? input('packer', 'bantam') : null
  if (other !== null)
    for (const name of mode === 'off' ? (['packer', ...UPX_INPUTS] as const) : UPX_INPUTS)
      if (reader.asked(name))
        reader.contradiction(name, clause`has no effect with ${other}; leave one of them out`)
  if (other === null && reader.asked('upx-sha256') && !reader.asked('upx-version')) {
    reader.contradiction(
      'upx-sha256',
      clause`is the hash of one version; write that version in ${input('upx-version')}`,
    )
  }
  const words = reader.words('upx-args')
  const args = parseUpxArgs(words)
  if (!args.ok) reader.wrong('upx-args', reader.text('upx-args') ?? '', args.problem)
  return {
    mode,
    packer,
    upxVersion: reader.value('upx-version', parseUpxVersion, null),
    upxSha256: reader.value('upx-sha256', parseSha256, null),
    upxArgs: words.length === 0 ? DEFAULT_UPX_ARGS : words,
    upxDownloadUrl: reader.value('upx-download-url', parseDownloadUrl, null),
  }
}

/** The tools that may be downloaded, and the input that names a mirror of each. */
export const DOWNLOADED = {
  compiler: { title: 'Go', mirror: 'go-download-url' },
  packer: { title: 'UPX', mirror: 'upx-download-url' },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly mirror: InputName }>>

/** The input that gives the packer's version. */
export const PACKER_VERSION: InputName = 'upx-version'

/** What is asked of packing, without where the packer is downloaded from. */
export function withoutMirror(pack: PackSpec): PackSpec {
  return { ...pack, upxDownloadUrl: null }
}
