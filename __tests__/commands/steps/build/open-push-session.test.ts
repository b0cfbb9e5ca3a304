import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { openPushSession } from '../../../../src/commands/steps/build/open-push-session.ts'
import { testHost } from '../../../support/host.ts'
import { ALICE, startRegistry, type TestRegistry } from '../../../support/registry.ts'
import { imageSpecFor } from '../../../support/service.ts'
import { describeWith } from '../../../support/tools.ts'

function host() {
  const own = testHost()
  return { ...own, env: { PATH: process.env['PATH'], HOME: own.cwd } }
}

it('asks nobody where nothing is pushed', async () => {
  const own = host()
  expect(await openPushSession(own, imageSpecFor(own, { image: '127.0.0.1:1/o/x' }))).toBeNull()
})

describeWith(['docker-registry', 'htpasswd'], 'openAccess', () => {
  let registry: TestRegistry
  beforeAll(async () => {
    registry = await startRegistry({ auth: 'basic' })
  })
  afterAll(() => registry.stop())

  it('opens a session where pushing is allowed', async () => {
    const own = host()
    const login = { 'registry-username': ALICE.username, 'registry-password': ALICE.password }
    const spec = imageSpecFor(own, { push: 'true', image: `${registry.address}/o/x`, ...login })
    expect((await openPushSession(own, spec))?.groups).toMatchObject([[{ repository: 'o/x' }]])
  })

  it('rejects with a refusal once it is awaited, and not before', async () => {
    const own = host()
    const access = openPushSession(own, imageSpecFor(own, { push: 'true', image: `${registry.address}/o/x` }))
    // As long as Go compiles.
    await new Promise(resolve => setTimeout(resolve, 100))
    await expect(access).rejects.toMatchObject({ code: 'registry' })
  })
})
