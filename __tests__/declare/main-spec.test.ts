import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseMain } from '../../src/declare/main-spec.ts'
import { problemOf } from '../support/sentences.ts'

describe('parseMain', () => {
  it.each([
    ['.', '.', null],
    ['./cmd/api', './cmd/api', null],
    ['./cmd/api/', './cmd/api', null],
    ['./cmd//./api/=x', './cmd/api', 'x'],
    ['cmd/../tool/', 'tool', null],
    ['example.com/x/', 'example.com/x', null],
    ['/', '/', null],
    ['/src/', '/src', null],
    ['./', '.', null],
    ['./cmd/..', '.', null],
    ['./../x', './../x', null],
    ['example.com/x/cmd/api = server', 'example.com/x/cmd/api', 'server'],
    ['./a=hello-c_1.0', './a', 'hello-c_1.0'],
  ])('reads %s', (text, path, name) => {
    expect(parseMain(text)).toEqual({ ok: true, value: { path, name } })
  })

  it.each([
    ['', 'names no package'],
    ['=api', 'names no package'],
    ['-v', 'is a flag'],
    ['x/../-v', 'is a flag'],
    ['./...', 'is a pattern'],
    ['main.go', 'such as .'],
    ['/src/main.go', 'such as /src'],
    ['a b', 'one package a line'],
    ['x@latest', 'names a version'],
    ['.=', 'no name after'],
    ['.=a/b', 'not a plain file name'],
    ['.=..', 'not a plain file name'],
    ['.=-x', 'not a plain file name'],
    ['.=etc', 'is a directory of the image'],
    [`.=${'a'.repeat(101)}`, 'not a plain file name'],
  ])('refuses %j', (text, because) => {
    expect(problemOf(parseMain(text))).toContain(because)
  })

  it.each([
    ['./cmd/api=/usr/bin/api', { path: './cmd/api', name: 'api', directory: '/usr/bin' }],
    ['. = /srv/bin/x', { path: '.', name: 'x', directory: '/srv/bin' }],
    ['.=/api', { path: '.', name: 'api' }],
    ['.=/a//b/./c', { path: '.', name: 'c', directory: '/a/b' }],
  ])('reads where the binary of %s goes', (text, value) => {
    expect(parseMain(text)).toEqual({ ok: true, value })
  })

  it.each([
    ['.=/usr/bin/', 'has the directory'],
    ['.=/etc', 'is a directory of the image'],
    ['.=/a/../b', 'has ".." in it'],
    ['.=/proc/x', 'the runtime mounts over'],
    ['.=/tmp/x', 'the runtime mounts over'],
    ['.=/a b/c', 'is not plain'],
    ['.=/a/\u001b', 'is not plain'],
    ['.=/', 'the directory'],
  ])('refuses the path of %j', (text, because) => {
    expect(parseMain(text)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('never throws, and never gives what go would take for a flag', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const main = parseMain(text)
        if (main.ok) expect(main.value.path).not.toMatch(/^-|\s|\.\.\./)
      }),
    )
  })
})
