import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import type { ConfigSpec, SmokeSpec } from '../../src/declare/spec.ts'
import { runCommand, runHints } from '../../src/report/run-command.ts'

const NONE = { ports: [], env: {} }

const config: ConfigSpec = {
  entrypoint: null,
  args: [],
  env: {},
  expose: [],
  user: { uid: 65_532, gid: 65_532 },
  workdir: null,
  volumes: [],
  emptyDirectories: [],
  directories: [],
  stopSignal: null,
  healthcheck: null,
  accounts: [],
  labels: {},
  annotations: {},
}

describe('runCommand', () => {
  it.each([
    {
      name: 'a layout',
      command: runCommand('My App', { kind: 'layout', path: 'out/My App' }, { ports: ['53/udp'], env: {} }),
      expected:
        "skopeo copy 'oci:out/My App' docker-daemon:my-app:latest && docker run --rm -p 53:53/udp my-app",
    },
    {
      name: 'an archive',
      command: runCommand('proxy', { kind: 'archive', path: "it's.tar", reference: 'proxy:v1' }, NONE),
      expected: "docker load -i 'it'\\''s.tar' && docker run --rm proxy:v1",
    },
    {
      name: 'a daemon',
      command: runCommand(
        'proxy',
        { kind: 'daemon', reference: 'proxy:latest' },
        { ports: [], env: { TOKEN: null } },
      ),
      expected: 'docker run --rm -e TOKEN proxy:latest',
    },
    {
      name: 'a registry',
      command: runCommand('proxy', { kind: 'registry', reference: 'ghcr.io/o/proxy:v1' }, NONE),
      expected: 'docker run --rm ghcr.io/o/proxy:v1',
    },
  ])('runs what lies in $name', ({ command, expected }) => {
    expect(command).toBe(expected)
  })

  it('hands a shell any path whole', () => {
    const name = fc.string({ minLength: 1 }).filter(text => !text.includes('\0'))
    fc.assert(
      fc.property(name, path => {
        const command = runCommand('proxy', { kind: 'archive', path, reference: 'proxy' }, NONE)
        const script = `docker() { [ "$1" = load ] && printf %s "$3"; }; ${command}; :`
        expect(execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' })).toBe(path)
      }),
      { numRuns: 40 },
    )
  })
})

describe('runHints', () => {
  const smoke: SmokeSpec = {
    args: null,
    http: { port: 8080, path: '/' },
    env: { PORT: '8080', TOKEN: 'secret' },
  }

  it.each([
    { name: 'nothing declared', spec: { config, smoke: null }, expected: NONE },
    {
      name: 'declared ports',
      spec: { config: { ...config, expose: ['5000/tcp', '53/udp'], env: { PORT: '1' } }, smoke: null },
      expected: { ports: ['5000', '53/udp'], env: {} },
    },
    {
      name: 'the port that PORT names',
      spec: { config: { ...config, env: { PORT: '8080' } }, smoke: null },
      expected: { ports: ['8080'], env: {} },
    },
    {
      name: 'a PORT that is none',
      spec: { config: { ...config, env: { PORT: 'auto' } }, smoke: null },
      expected: NONE,
    },
    {
      name: 'the smoke test: its port once, and of its environment only numbers',
      spec: { config: { ...config, expose: ['8080/tcp'] }, smoke },
      expected: { ports: ['8080'], env: { PORT: '8080', TOKEN: null } },
    },
    {
      name: 'a smoke test without a port',
      spec: { config, smoke: { ...smoke, http: null, env: {} } },
      expected: NONE,
    },
  ])('come from $name', ({ spec, expected }) => {
    expect(runHints(spec)).toEqual(expected)
  })
})
