import { describe, expect, it } from '@jest/globals'
import { GZIP_MEDIA_TYPE } from '../../src/image/compress.ts'
import { imageConfig, type ImageConfig } from '../../src/image/config.ts'
import { digestOf } from '../../src/image/digest.ts'
import type { Layer } from '../../src/image/layer.ts'
import { PLAIN_CONFIG } from '../support/images.ts'

const layer: Layer = {
  mediaType: GZIP_MEDIA_TYPE,
  digest: digestOf(Buffer.from('layer')),
  bytes: Buffer.from('layer'),
  diffId: digestOf(Buffer.from('tar')),
  what: 'binaries',
  files: [],
}

function json(config: Partial<ImageConfig>): string {
  const { bytes } = imageConfig({
    platform: { os: 'linux', architecture: 'amd64' },
    config: PLAIN_CONFIG,
    entrypoint: ['/proxy'],
    env: {},
    layers: [layer],
    created: null,
    ...config,
  })
  return new TextDecoder().decode(bytes)
}

const ROOTFS = `"rootfs":{"type":"layers","diff_ids":["${layer.diffId}"]}`

describe('imageConfig', () => {
  it('leaves out what was not asked for', () => {
    expect(json({})).toBe(
      `{"architecture":"amd64","os":"linux","config":{"User":"65532:65532","Entrypoint":["/proxy"]},${ROOTFS}}`,
    )
  })

  it('holds all there is, in one order', () => {
    const config = {
      ...PLAIN_CONFIG,
      args: ['serve', ''],
      env: { ZED: '1', ABLE: 'a=b', ZONEINFO: '/mine.zip' },
      expose: ['8080/tcp', '53/udp'],
      user: { uid: 0, gid: 7 },
      workdir: '/app',
      volumes: ['/data', '/a'],
      stopSignal: 'SIGINT',
      labels: { 'org.z': 'z', 'org.a': 'ä' },
    }
    const platform = { os: 'linux', architecture: 'arm', variant: 'v7' }
    const env = { ZONEINFO: '/usr/share/zoneinfo.zip' }
    expect(json({ config, platform, env, created: 1_700_000_000 })).toBe(
      '{"created":"2023-11-14T22:13:20Z","architecture":"arm","variant":"v7","os":"linux","config":{"User":"0:7",' +
        '"ExposedPorts":{"53/udp":{},"8080/tcp":{}},"Env":["ABLE=a=b","ZED=1","ZONEINFO=/mine.zip"],' +
        '"Entrypoint":["/proxy"],"Cmd":["serve",""],"Volumes":{"/a":{},"/data":{}},"WorkingDir":"/app",' +
        `"Labels":{"org.a":"ä","org.z":"z"},"StopSignal":"SIGINT"},${ROOTFS},` +
        '"history":[{"created":"2023-11-14T22:13:20Z","created_by":"bantam: binaries"}]}',
    )
  })

  it('does not depend on the order of what has none', () => {
    const one = {
      ...PLAIN_CONFIG,
      env: { A: '1', B: '2' },
      expose: ['1/tcp', '2/tcp'],
      labels: { a: '1', b: '2' },
    }
    const other = {
      ...PLAIN_CONFIG,
      env: { B: '2', A: '1' },
      expose: ['2/tcp', '1/tcp'],
      labels: { b: '2', a: '1' },
    }
    expect(json({ config: other })).toBe(json({ config: one }))
  })
})
