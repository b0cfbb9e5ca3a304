import { describe, expect, it } from '@jest/globals'
import type { ConfigSpec } from '../../src/declare/spec.ts'
import { imageConfig } from '../../src/image/config.ts'
import { jsonBlob } from '../../src/image/digest.ts'
import { smokeConfig } from '../../src/smoke/smoke-config.ts'

const PLAIN: ConfigSpec = {
  entrypoint: null,
  user: { uid: 65532, gid: 65533 },
  workdir: null,
  env: {},
  args: [],
  expose: [],
  volumes: [],
  emptyDirectories: [],
  directories: [],
  stopSignal: null,
  healthcheck: null,
  accounts: [],
  labels: {},
  annotations: {},
}

function written(config: Partial<ConfigSpec>) {
  return imageConfig({
    platform: { os: 'linux', architecture: 'amd64' },
    config: { ...PLAIN, ...config },
    entrypoint: ['/svc'],
    env: { TZ: 'UTC' },
    layers: [],
    created: 0,
  })
}

describe('smokeConfig', () => {
  it('reads back what the image says', () => {
    const config = written({ workdir: '/data', env: { A: 'b=c', EMPTY: '' }, args: ['serve', '--all'] })
    expect(smokeConfig(config)).toEqual({
      entrypoint: ['/svc'],
      args: ['serve', '--all'],
      env: { A: 'b=c', EMPTY: '', TZ: 'UTC' },
      user: { uid: 65532, gid: 65533 },
      workdir: '/data',
    })
  })

  it('starts in the root where the image does not say', () => {
    expect(smokeConfig(written({}))).toMatchObject({ args: [], workdir: '/' })
  })

  it('takes anything that is no config for a defect', () => {
    expect(() => smokeConfig(jsonBlob('application/json', { config: {} }))).toThrow('our own image')
  })
})
