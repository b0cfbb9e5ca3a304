import { sentencesOf } from '../../support/sentences.ts'
import { describe, expect, it } from '@jest/globals'
import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { pathsOutOfPlace, requireInPlace } from '../../../src/commands/steps/paths-in-place.ts'
import type { Given } from '../../../src/declare/given.ts'
import type { RunSpec } from '../../../src/declare/run-spec.ts'
import { SERVICE, serviceHost, imageSpecFor } from '../../support/service.ts'
import { aFailure } from '../../support/a-failure.ts'

const RUN: RunSpec = {
  report: null,
  sboms: [],
  cache: false,
  branch: null,
  summary: false,
  pushReason: null,
  comment: null,
}

/** Of a checkout in which `out` leads to /var. */
async function inputsOutOfPlace(values: Given['values'], run: Partial<RunSpec> = {}) {
  const host = serviceHost({ ...SERVICE, '.git/HEAD': '' })
  symlinkSync('/var', path.join(host.cwd, 'out'))
  const report = run.report == null ? null : path.join(host.cwd, run.report)
  const spec = imageSpecFor(host, values)
  const problems = await pathsOutOfPlace(host, spec, { ...RUN, ...run, report })
  return sentencesOf(problems)
}

describe('pathsOutOfPlace', () => {
  it.each([
    ['output', { output: 'out/x' }],
    ['binaries', { binaries: 'out/x' }],
    ['binary', { binary: 'out/x' }],
    ['go-version-file', { 'go-version-file': 'out/go.mod' }],
    ['certificates', { certificates: 'out/x.pem' }],
    ['extra-certificates', { 'extra-certificates': 'out/x.pem' }],
    ['baseline', { baseline: './out/x.json' }],
  ])('names %s where a link of the checkout leads out of it', async (input, values) => {
    expect(await inputsOutOfPlace(values)).toEqual([
      expect.stringMatching(new RegExp(`^--${input} .*leads out of the workspace through a link, to /var/`)),
    ])
  })

  it('names the report, and the page beside it', async () => {
    expect(await inputsOutOfPlace({}, { report: 'out/x.json' })).toEqual([
      expect.stringContaining('/var/x.json'),
      expect.stringContaining('/var/x.html'),
    ])
  })

  it('lets pass what is written as a path outside', async () => {
    expect(await inputsOutOfPlace({ output: '/var/tmp/x', certificates: '/etc/x.pem' })).toEqual([])
  })
})

it('requireInPlace says that nothing was written', async () => {
  const host = serviceHost({ ...SERVICE, '.git/HEAD': '' })
  symlinkSync('/var', path.join(host.cwd, 'out'))
  const spec = imageSpecFor(host)
  await requireInPlace(host, spec, path.join(host.cwd, 'x'))
  await expect(requireInPlace(host, spec, path.join(host.cwd, 'out', 'x'))).rejects.toEqual(
    aFailure('write', { fields: { file: 'out/x' }, why: 'leads out of the workspace' }),
  )
})
