import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { CONFIG_FIELDS } from '../../src/declare/config-fields.ts'
import { inputsOf } from '../../src/declare/inputs.ts'
import { repository } from '../support/cli.ts'
import { image, PLAIN_CONFIG } from '../support/images.ts'

const names = CONFIG_FIELDS.map(({ name }) => name)

/** https://github.com/opencontainers/image-spec/blob/v1.1.1/specs-go/v1/config.go, and what Docker adds. */
const SPECIFIED = [
  ['created', 'author', 'architecture', 'os', 'os.version', 'os.features', 'variant', 'rootfs', 'history'],
  ['User', 'ExposedPorts', 'Env', 'Entrypoint', 'Cmd', 'Volumes', 'WorkingDir', 'Labels', 'StopSignal'],
  ['ArgsEscaped', 'Memory', 'MemorySwap', 'CpuShares', 'Healthcheck', 'OnBuild', 'Shell'],
].flat()

describe('CONFIG_FIELDS', () => {
  it('has each field once', () => {
    expect([...names].toSorted()).toEqual([...SPECIFIED].toSorted())
  })

  it('names inputs that there are, and says why where there is none', () => {
    const inputs = inputsOf('action').map(({ name }) => name)
    for (const { input, because } of CONFIG_FIELDS) {
      if (input === null) expect(because).not.toBe('')
      else expect(inputs).toContain(input)
    }
  })

  it('has every field that an image of Bantam’s can have', async () => {
    const { config } = await image(
      { name: 'api', bytes: Buffer.from('x'), packed: true },
      {
        created: 1,
        platform: { os: 'linux', architecture: 'arm', variant: 'v7' },
        config: {
          ...PLAIN_CONFIG,
          args: ['x'],
          env: { A: 'b' },
          expose: ['1/tcp'],
          workdir: '/x',
          volumes: ['/v'],
          stopSignal: 'SIGINT',
          healthcheck: { kind: 'none' },
          labels: { a: 'b' },
        },
      },
    )
    const written = JSON.parse(new TextDecoder().decode(config.bytes)) as { readonly config: object }
    const { config: inner, ...outer } = written
    for (const field of [...Object.keys(inner), ...Object.keys(outer)]) expect(names).toContain(field)
    expect(inner).toHaveProperty('Healthcheck', { Test: ['NONE'] })
  })

  it('is in the reference', () => {
    const page = readFileSync(path.join(repository, 'docs/reference.md'), 'utf8')
    for (const name of names) expect(page).toMatch(new RegExp(`^\\| \`${name}\` `, 'm'))
  })
})
