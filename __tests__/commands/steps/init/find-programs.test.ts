import { describe, expect, it } from '@jest/globals'
import { chmodSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { findPrograms, modulesOf } from '../../../../src/commands/steps/init/find-programs.ts'
import { walkCheckout } from '../../../../src/commands/steps/init/walk-checkout.ts'
import { onPath } from '../../../../src/host/on-path.ts'
import { temporaryDirectory } from '../../../support/cli.ts'
import { testHost } from '../../../support/host.ts'
import { type Shape, writeShape } from '../../../support/shapes.ts'
import { describeWith } from '../../../support/tools.ts'

const CHECKOUT: Shape = {
  'go.mod': '// why\nmodule "example.com/svc/v2" // really\n\ngo 1.21\n',
  'main.go':
    '// Copyright\n\n/* package x */\n//go:build linux && !windows\n\npackage main\n\nfunc main() {}\n',
  'cmd/api/a.go': '//go:build ignore\n\npackage main\n',
  'cmd/api/api.go': 'package api\n',
  'cmd/job/job_windows.go': 'package other\n',
  'cmd/job/job.go': 'package main\n\nfunc main() {}\n',
  'cmd/win/win_windows.go': 'package main\n\nfunc main() {}\n',
  'lib/lib.go': 'package lib\n',
  'broken/b.go': '/* never closed\npackage main\n',
  'sub/go.mod': 'module example.com/sub\n\ngo 1.21\n',
  'sub/cmd/x/main.go': 'package main\n\nfunc main() {}\n',
}

const FOUND = [
  { directory: '', module: '', name: 'svc' },
  { directory: 'cmd/job', module: '', name: 'job' },
  { directory: 'sub/cmd/x', module: 'sub', name: 'x' },
]

async function find(env: NodeJS.ProcessEnv, more: Shape = {}) {
  const top = temporaryDirectory('programs')
  writeShape(top, { ...CHECKOUT, ...more })
  const walked = await walkCheckout(top)
  const host = testHost({ env })
  return { programs: await findPrograms(host, top, walked, modulesOf(walked)), lines: host.log.lines }
}

describe('findPrograms without Go', () => {
  it('reads what the files say', async () => {
    expect((await find({ ...process.env, PATH: '/nowhere' })).programs).toEqual(FOUND)
  })
})

describeWith(['go'], 'findPrograms', () => {
  it('asks Go', async () => {
    expect((await find(process.env)).programs).toEqual(FOUND)
  })

  it('reads the files of a module that this Go cannot list, such as one of a newer Go', async () => {
    const { programs, lines } = await find(process.env, {
      'sub/go.mod': 'module example.com/sub\n\ngo 1.999\n',
    })
    expect(programs).toEqual(FOUND)
    expect(lines.join('\n')).toMatch(/debug: go list: /)
  })

  it('asks no more often at once than the machine has processors', async () => {
    const top = temporaryDirectory('programs-many')
    const modules = Array.from({ length: 6 }, (_, at) => `m${at}`)
    const files = modules.flatMap(name => [
      [`${name}/go.mod`, `module example.com/${name}\n\ngo 1.21\n`],
      [`${name}/main.go`, 'package main\n\nfunc main() {}\n'],
    ])
    writeShape(top, Object.fromEntries(files) as Shape)
    const goroot = goThatCounts()
    const host = testHost({ env: { ...process.env, PATH: `${goroot}/bin:${process.env['PATH']}` }, cores: 1 })
    const walked = await walkCheckout(top)
    const programs = await findPrograms(host, top, walked, modulesOf(walked))
    expect(programs.map(({ directory }) => directory)).toEqual(modules)
    // Two commands of one module follow each other.
    expect(new Set(readFileSync(path.join(goroot, 'log'), 'utf8').trim().split('\n'))).toEqual(
      new Set(['alone']),
    )
  })
})

/** A Go that notes for each `go list` whether another was running. */
function goThatCounts(): string {
  const goroot = temporaryDirectory('go-that-counts')
  const go = onPath({ env: process.env }, 'go')
  const script = [
    '#!/bin/sh',
    `[ "$1" = env ] && { printf 'go1.26.0\\n${goroot}\\n${goroot}\\n'; exit; }`,
    `if mkdir ${goroot}/lock 2>/dev/null; then echo alone; else echo together; fi >>${goroot}/log`,
    `${go} "$@"; code=$?`,
    `rmdir ${goroot}/lock 2>/dev/null`,
    'exit $code',
  ]
  writeShape(goroot, { 'bin/go': script.join('\n') })
  chmodSync(path.join(goroot, 'bin/go'), 0o755)
  return goroot
}
