import { expect, it } from '@jest/globals'
import { foundPlatform } from '../../src/image/found-platform.ts'

it.each([
  [
    { os: 'linux', architecture: 'amd64' },
    { os: 'linux', architecture: 'amd64' },
  ],
  [
    { os: 'linux', architecture: 'amd64', variant: undefined },
    { os: 'linux', architecture: 'amd64' },
  ],
  [
    { os: 'linux', architecture: 'amd64', variant: '' },
    { os: 'linux', architecture: 'amd64' },
  ],
  [
    { os: 'linux', architecture: 'arm64', variant: 'v8' },
    { os: 'linux', architecture: 'arm64' },
  ],
  [
    { os: 'linux', architecture: 'arm' },
    { os: 'linux', architecture: 'arm', variant: 'v7' },
  ],
  [
    { os: 'windows', architecture: 'amd64' },
    { os: 'windows', architecture: 'amd64' },
  ],
  [
    { os: 'windows', architecture: 'arm', variant: 'v9' },
    { os: 'windows', architecture: 'arm', variant: 'v9' },
  ],
])('%j is %j', (found, platform) => {
  expect(foundPlatform(found)).toEqual(platform)
})
