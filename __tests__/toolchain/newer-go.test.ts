import { describe, expect, it } from '@jest/globals'
import { newerGo, newestAfter } from '../../src/toolchain/newer-go.ts'
import { downloadServer, goneServer, serves } from '../support/download-server.ts'
import { listOfGo } from '../support/go-list.ts'
import { goOnPath } from '../support/go-programs.ts'
import { testHost } from '../support/host.ts'
import { describeWith } from '../support/tools.ts'

const release = (version: string, stable = true) => ({ version, stable })

describe('newestAfter', () => {
  const known = ['1.25.9', '1.26.8', '1.27.4', '1.27.3'].map(version => release(version))

  it.each([
    ['go1.25.0', 'go1.27.4'],
    ['go1.27.3', 'go1.27.4'],
    ['go1.27.3-vendor', 'go1.27.4'],
    ['go1.27.4', null],
    ['go1.28rc1', null],
    ['devel', null],
  ])('of %s is %s', (current, newest) => {
    expect(newestAfter(current, known)).toBe(newest)
  })

  it('is no release candidate', () => {
    expect(newestAfter('go1.27.4', [...known, release('1.28.0-rc.1', false)])).toBeNull()
  })

  it('is nothing where nothing is known', () => {
    expect(newestAfter('go1.27.4', [])).toBeNull()
  })
})

async function asked(downloadUrl: string, version: string, env: NodeJS.ProcessEnv = {}) {
  const host = testHost({ env: { ...process.env, ...env } })
  const current = { ...goOnPath(), version }
  return newerGo(host, { version: null, versionFile: null, downloadUrl }, current, host.cwd)
}

describeWith(['go'], 'newerGo', () => {
  it('asks the list, and downloads nothing', async () => {
    const list = await downloadServer({ '/dl/': serves(listOfGo('go1.98.2', 'go1.99.1')) })
    expect(await asked(`${list.url}/dl`, 'go1.98.2')).toEqual({ ok: true, value: 'go1.99.1' })
    expect(await asked(`${list.url}/dl`, 'go1.99.1')).toEqual({ ok: true, value: null })
    expect(list.requests.filter(request => !request.startsWith('/dl/?mode=json'))).toEqual([])
    await list.close()
  })

  it('asks the GOPROXY where there is no list', async () => {
    const answer = await asked(await goneServer(), 'go1.25.0')
    expect(answer).toEqual({ ok: true, value: expect.stringMatching(/^go1\.\d\d\.\d+$/) })
  }, 60_000)

  it('says why where nobody can be asked', async () => {
    const answer = await asked(await goneServer(), 'go1.25.0', { GOPROXY: 'off' })
    expect(answer).toMatchObject({ ok: false, problem: expect.stringContaining('GOPROXY') })
  }, 60_000)
})
