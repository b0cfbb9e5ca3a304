import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readInheritedConfig } from '../../src/image/inherited-config.ts'

const read = (value: unknown) => readInheritedConfig(Buffer.from(JSON.stringify(value)))

const NOTHING = {
  env: {},
  user: '',
  workdir: null,
  labels: {},
  expose: [],
  volumes: [],
  stopSignal: null,
  healthcheck: null,
  history: [],
}

describe('readInheritedConfig', () => {
  it('reads what FROM inherits', () => {
    const config = {
      Env: ['A=1', 'B=x=y', 'A=2', 'C', '=d'],
      User: 'app',
      WorkingDir: '/srv/',
      Labels: { a: 'b' },
      ExposedPorts: { '80/tcp': {} },
      Volumes: { '/data': {} },
      StopSignal: 'SIGINT',
      Healthcheck: { Test: ['CMD', '/check'], Interval: 5, Unknown: 1 },
      Entrypoint: ['/bin/sh'],
      Cmd: ['-c'],
      OnBuild: ['RUN x'],
    }
    expect(read({ config, history: [{ created_by: 'COPY', empty_layer: false }] })).toEqual({
      ok: true,
      value: {
        env: { A: '2', B: 'x=y' },
        user: 'app',
        workdir: '/srv',
        labels: { a: 'b' },
        expose: ['80/tcp'],
        volumes: ['/data'],
        stopSignal: 'SIGINT',
        healthcheck: { Test: ['CMD', '/check'], Interval: 5 },
        history: [{ created_by: 'COPY', empty_layer: false }],
      },
    })
  })

  it.each([{}, { config: null, history: null }, { config: { Env: null, Volumes: null, WorkingDir: '/' } }])(
    'reads one that says nothing: %j',
    config => expect(read(config)).toEqual({ ok: true, value: NOTHING }),
  )

  it('takes a working directory as a path from the root, as runtimes do', () => {
    expect(read({ config: { WorkingDir: '../srv' } })).toMatchObject({ value: { workdir: '/srv' } })
  })

  it.each([
    ['what is not JSON', Buffer.from('{'), 'is not JSON'],
    ['an environment of numbers', Buffer.from('{"config":{"Env":[1]}}'), 'config.Env'],
    ['a health check that is a word', Buffer.from('{"config":{"Healthcheck":"x"}}'), 'Healthcheck'],
    ['a directory that deletes', Buffer.from('{"config":{"WorkingDir":"/a/.wh.b"}}'), 'WorkingDir'],
  ])('refuses %s', (_, bytes, because) => {
    expect(readInheritedConfig(bytes)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.json(), text => typeof readInheritedConfig(Buffer.from(text)).ok === 'boolean'))
  })
})
