import { expect, it } from '@jest/globals'
import { inherit } from '../../src/image/inherit.ts'
import type { InheritedConfig } from '../../src/image/inherited-config.ts'
import { PLAIN_CONFIG } from '../support/images.ts'

const BASE: InheritedConfig = {
  env: { A: 'base', PATH: '/bin' },
  user: 'app',
  workdir: '/srv',
  labels: { a: 'base', b: 'base' },
  expose: ['80/tcp', '90/tcp'],
  volumes: ['/data'],
  stopSignal: 'SIGINT',
  healthcheck: { Test: ['NONE'] },
  history: [],
}
const USER = { uid: 1000, gid: 1001 }

it('takes from the base what the user did not write', () => {
  const own = {
    ...PLAIN_CONFIG,
    env: {},
    labels: {},
    expose: [],
    workdir: null,
    stopSignal: null,
    args: ['-v'],
  }
  expect(inherit(own, { config: BASE }, USER)).toEqual({
    ...own,
    user: USER,
    workdir: '/srv',
    labels: BASE.labels,
    expose: BASE.expose,
    stopSignal: 'SIGINT',
    inherited: { env: BASE.env, volumes: ['/data'], healthcheck: { Test: ['NONE'] } },
  })
})

it('lets what the user wrote win, and joins lists and maps', () => {
  const own = {
    ...PLAIN_CONFIG,
    labels: { a: 'own' },
    expose: ['90/tcp', '70/tcp'],
    workdir: '/own',
    stopSignal: 'SIGTERM',
  }
  expect(inherit(own, { config: BASE }, own.user)).toMatchObject({
    user: own.user,
    workdir: '/own',
    labels: { a: 'own', b: 'base' },
    expose: ['80/tcp', '90/tcp', '70/tcp'],
    stopSignal: 'SIGTERM',
  })
})
