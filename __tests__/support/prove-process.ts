import { json } from 'node:stream/consumers'
import { isolationsOf, type IsolationWay } from '../../src/isolation/isolation.ts'
import { upxPacker } from '../../src/pack/upx.ts'
import type { UpxTool } from '../../src/tools/upx-tool.ts'
import { packBinary, packRequest } from './pack-requests.ts'
import { recordingLog } from './host.ts'

/** What this process reads as JSON on stdin. On stdout it says what it found and did, as whoever runs it. */
export interface ProveProcessRequest {
  readonly directory: string
  readonly linked: string
  readonly upx: UpxTool
  /** `null`: what this machine gives. */
  readonly way: IsolationWay | null
  readonly othersCode: boolean
}

const { directory, linked, upx, way, othersCode } = (await json(process.stdin)) as ProveProcessRequest
const host = {
  surface: 'terminal',
  cwd: directory,
  env: process.env,
  log: recordingLog(),
  temporary: directory,
  kept: `${directory}/kept`,
  cores: 2,
} as const
const isolations = isolationsOf(host)
const found = way ?? (await isolations.search())
const packer = upxPacker(host, upx, ['-1', '--lzma'])
const outcome = await packBinary(host, packRequest(linked, { packer, othersCode }), {
  likely: () => (way === null ? isolations.likely() : null),
  search: async () => found,
})
process.stdout.write(JSON.stringify({ way: found, outcome }))
