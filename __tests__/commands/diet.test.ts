import { expect, it } from '@jest/globals'
import { readdirSync } from 'node:fs'
import { diet } from '../../src/commands/diet.ts'
import { freePort } from '../support/free-port.ts'
import { SERVICE, serviceHost, specFor } from '../support/service.ts'
import { describeWith } from '../support/tools.ts'

describeWith(['go', 'upx'], 'diet', () => {
  it('builds the service as it is, then with each change, then with all that helped', async () => {
    const host = serviceHost(SERVICE, { env: { ...process.env, GOPROXY: 'off', GOFLAGS: '' } })
    const spec = specFor(host, {
      pack: 'off',
      certificates: 'mozilla',
      'go-download-url': `http://127.0.0.1:${await freePort()}`,
    })
    const said: string[] = []
    const found = await diet(host, spec, { say: line => void said.push(line), end: () => {} })
    expect(said.slice(0, 2)).toEqual(['building it as it is', 'looking into its packages'])
    expect(said.at(-1)).toMatch(/^trying /)
    expect(found).toMatchObject({
      name: 'svc',
      platform: 'linux/amd64',
      asItIs: { packed: false },
      newerGo: { status: 'unknown' },
      untried: [],
    })
    const worth = found.findings.saves.map(({ changes }) => changes.map(({ kind }) => kind))
    expect(worth).toContainEqual(['no certificates'])
    expect(worth).toContainEqual(['packing'])
    // Nothing is left but what the cache of packed binaries keeps.
    expect(
      readdirSync(host.cwd)
        .filter(name => !name.startsWith('temporary-'))
        .toSorted(),
    ).toEqual(['go.mod', 'kept', 'main.go'])
  }, 300_000)
})
