import { expect, it } from '@jest/globals'
import { loginFor } from '../../../src/commands/steps/login-for.ts'
import { testHost } from '../../support/host.ts'
import { specFor } from '../../support/service.ts'

const login = { 'registry-username': 'alice', 'registry-password': 'secret' }

it.each([
  ['the registry of the image', 'ghcr.io', { image: 'ghcr.io/o/x', tags: 'v1' }, true],
  ['another registry', 'docker.io', { image: 'ghcr.io/o/x', tags: 'v1' }, false],
  ['any registry, where no image is named', 'docker.io', {}, true],
])('is for %s: %s', (_, registry, image, isKept) => {
  const { publish } = specFor(testHost(), { ...image, ...login })
  expect(publish.credentials).toMatchObject({ username: 'alice' })
  const found = loginFor(registry, publish)
  expect(found).toEqual({ ...publish, credentials: isKept ? publish.credentials : null })
})
