import { describe, expect, it } from '@jest/globals'
import { commentKey } from '../../src/report/comment-key.ts'
import type { ImageWeight } from '../../src/weigh-in/weigh-in.ts'
import { imageWeight, platformWeight, proxyBinary } from './sample.ts'

function image(name: string, ...platforms: readonly string[]): ImageWeight {
  return imageWeight({ name, platforms: platforms.map(platform => platformWeight({ platform })) })
}

const proxy = image('proxy', 'linux/amd64', 'linux/arm64')
const worker = image('worker', 'linux/amd64')

describe('commentKey', () => {
  it('of a file of images depends on what the run was asked for, and not on what could be built', () => {
    const asked = { file: 'bantam.yaml', images: ['proxy', 'worker'] }
    const all = commentKey({ asked, images: [proxy, worker] })
    expect(commentKey({ asked, images: [worker] })).toBe(all)
    expect(commentKey({ asked: { ...asked, images: ['worker', 'proxy'] }, images: [proxy] })).toBe(all)
    const others = [
      { asked: { ...asked, images: ['proxy'] }, images: [proxy] },
      { asked: { ...asked, file: 'b/bantam.yaml' }, images: [proxy, worker] },
      { images: [proxy, worker] },
    ].map(commentKey)
    expect(new Set([all, ...others]).size).toBe(4)
  })

  const key = (...images: readonly ImageWeight[]) => commentKey({ images })

  it('is the same for the same images and platforms, however they come', () => {
    expect(key(proxy, worker)).toBe(key(worker, image('proxy', 'linux/arm64'), image('proxy', 'linux/amd64')))
    expect(key(proxy)).toBe(
      key({ ...proxy, digest: worker.digest, budget: { ...proxy.budget, status: 'over' } }),
    )
    expect(key(worker)).toBe(key(worker, worker))
  })

  it('is another for another set', () => {
    const sets = [
      [proxy],
      [worker],
      [proxy, worker],
      [image('proxy', 'linux/amd64')],
      [image('proxy', 'linux/arm64')],
      [image('proxy linux/amd64', 'linux/amd64')],
      [image('x'.repeat(500), 'linux/amd64')],
      [image(`${'x'.repeat(500)}y`, 'linux/amd64')],
    ]
    expect(new Set(sets.map(images => key(...images))).size).toBe(sets.length)
  })

  it('tells services apart whose binaries have one name', () => {
    const server = (main: string) => {
      const binaries = [{ ...proxyBinary, name: 'server', main }]
      return imageWeight({ name: 'server', platforms: [platformWeight({ binaries })] })
    }
    const [a, b] = [server('example.com/a/cmd/server'), server('example.com/b/cmd/server')]
    expect(key(a)).not.toBe(key(b))
    expect(key(a)).toBe(key(server('example.com/a/cmd/server')))
  })

  it('holds nothing of the names', () => {
    expect(key(image('--><script>', 'linux/amd64'))).toMatch(/^[0-9a-f]{32}$/)
  })
})
