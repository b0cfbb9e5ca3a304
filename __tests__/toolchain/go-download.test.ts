import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { arch } from 'node:os'
import path from 'node:path'
import { installRelease } from '../../src/toolchain/go-download.ts'
import { goArchive, tarGz } from '../support/archives.ts'
import { downloadServer, serves, type DownloadServer } from '../support/download-server.ts'
import { testHost } from '../support/host.ts'
import { aFailure } from '../support/a-failure.ts'

const go = goArchive('go1.99.1')
const noGo = tarGz([{ name: 'go/README', content: '' }])

function listed(filename: string, bytes: Uint8Array) {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { version: '1.99.1', stable: true, filename, sha256 }
}

describe('installRelease', () => {
  let server: DownloadServer
  beforeAll(async () => {
    server = await downloadServer({ '/dl/go.tar.gz': serves(go), '/dl/no-go.tar.gz': serves(noGo) })
  })
  afterAll(() => server.close())

  it("lays a release into the tool cache as the runner's own lie there", async () => {
    const { cwd } = testHost()
    const host = testHost({ cwd, env: { RUNNER_TOOL_CACHE: cwd } })
    const tool = await installRelease(host, 'go', `${server.url}/dl/`, listed('go.tar.gz', go))
    expect(tool).toEqual({ version: '1.99.1', directory: path.join(cwd, 'go', '1.99.1', arch()) })
    expect(readdirSync(tool.directory).sort()).toEqual(['VERSION', 'bin'])
    expect(readdirSync(host.temporary)).toEqual([])
  })

  it('refuses what holds no Go', async () => {
    const host = testHost({ env: {} })
    await expect(
      installRelease(host, 'go', `${server.url}/dl`, listed('no-go.tar.gz', noGo)),
    ).rejects.toEqual(aFailure('toolchain', { why: 'it holds no go/bin/go' }))
    expect(readdirSync(path.join(host.kept, 'tools', 'go', '1.99.1'))).toEqual([])
  })
})
