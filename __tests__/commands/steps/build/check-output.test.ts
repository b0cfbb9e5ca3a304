import { describe, expect, it } from '@jest/globals'
import { existsSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { checkOutput, outputOf } from '../../../../src/commands/steps/build/check-output.ts'
import { SERVICE, serviceHost, specFor } from '../../../support/service.ts'
import { aFailure } from '../../../support/a-failure.ts'

describe('checkOutput', () => {
  it.each([
    ['a layout', { output: 'a/b' }, {}],
    ['an archive', { output: 'a/b.tar' }, {}],
    ['the usual place', {}, {}],
    ['an empty layout', { output: 'out' }, { 'out/oci-layout': '{"imageLayoutVersion":"1.0.0"}' }],
    ['an archive that is there', { output: 'x.tar' }, { 'x.tar': '' }],
  ])('lets %s pass', async (_, values, files) => {
    const host = serviceHost({ ...SERVICE, ...files })
    expect(await checkOutput(host, specFor(host, values), 'svc')).toBeUndefined()
    expect(existsSync(path.join(host.cwd, 'a'))).toBe(false)
  })

  it.each([
    ['a layout below a file', { output: 'go.mod/x' }, /^a part of its path is not/],
    ['a directory that is no layout', { output: '.' }, /^that directory is no OCI layout$/],
    ['an archive that is a directory', { output: 'x.tar' }, /^it is a directory$/],
    [
      'what cannot be made',
      { output: '/proc/nowhere/x' },
      /its directory does not exist and cannot be created/,
    ],
  ])('refuses %s', async (_, values, message) => {
    const host = serviceHost({ ...SERVICE, 'x.tar/y': '' })
    await expect(checkOutput(host, specFor(host, values), 'svc')).rejects.toEqual(
      aFailure('write', { why: message }),
    )
  })

  it('refuses a usual place that leads out of the workspace', async () => {
    const host = serviceHost({ ...SERVICE, '.git/HEAD': '' })
    symlinkSync('/var', path.join(host.cwd, '.bantam'))
    const spec = specFor(host)
    await expect(checkOutput(host, spec, 'svc')).rejects.toEqual(
      aFailure('write', { why: 'leads out of the workspace' }),
    )
    expect(await checkOutput(host, spec, null)).toBeUndefined()
  })
})

describe('outputOf', () => {
  it.each([
    ['terminal', {}, { kind: 'layout', path: '.bantam/svc' }],
    ['terminal', { load: 'true' }, null],
    ['terminal', { push: 'true', image: 'ghcr.io/o/x' }, null],
    ['action', {}, null],
    ['action', { output: 'x.tar' }, { kind: 'archive', path: 'x.tar' }],
  ] as const)('at a %s with %j is %j', (surface, values, place) => {
    const host = serviceHost(SERVICE, { surface })
    const expected = place === null ? null : { ...place, path: path.join(host.cwd, place.path) }
    expect(outputOf(host, specFor(host, values).publish, 'svc')).toEqual(expected)
  })
})
