import { expect, it } from '@jest/globals'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { compile } from '../../src/compile/go-build.ts'
import { whyDeadCodeStays } from '../../src/compile/linker-dependencies.ts'
import { compileSpec } from '../support/compile-spec.ts'
import { goOnPath } from '../support/go-programs.ts'
import { testHost } from '../support/host.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const ROOT = path.join(import.meta.dirname, '..', '..')
const REFLECT = '__tests__/fixtures/go-reflect'

function given(directory: string, main: string) {
  const workingDirectory = path.join(ROOT, directory)
  const importPath = `example.com/${main === '.' ? path.basename(directory) : `reflect/cmd/${path.basename(main)}`}`
  return {
    host: testHost({ cwd: workingDirectory }),
    spec: compileSpec(),
    platform: { os: 'linux', architecture: 'amd64' },
    workingDirectory,
    main: { path: main, importPath, name: path.basename(importPath), directory: undefined },
  }
}

async function why(directory: string, main: string) {
  const { host, ...request } = given(directory, main)
  const reasons = await whyDeadCodeStays(host, goOnPath(), request)
  expect(readdirSync(host.temporary)).toEqual([])
  return reasons
}

describeWith(['go'], 'whyDeadCodeStays', () => {
  it.each([
    { name: 'a program without reflection', directory: 'examples/hello', main: '.' },
    { name: 'a program on net/http', directory: 'examples/proxy', main: '.' },
    { name: 'methods called through an interface', directory: REFLECT, main: './cmd/plain' },
    { name: 'a method looked up by a constant name', directory: REFLECT, main: './cmd/constant' },
  ])('finds nothing in $name', async ({ directory, main }) => {
    expect(await why(directory, main)).toEqual([])
  })

  it('finds text/template, and who calls it', async () => {
    const [reason, ...others] = await why(REFLECT, './cmd/template')
    expect(others).toEqual([])
    expect(reason).toMatchObject({
      function: 'text/template.(*state).evalField',
      package: 'text/template',
      packages: ['example.com/reflect/cmd/template', 'text/template'],
    })
    expect(reason?.path[0]).toBe('main.main')
    expect(reason?.path.at(-1)).toBe(reason?.function)
  })

  it('finds a method looked up by number, from where a package is initialised', async () => {
    expect(await why(REFLECT, './cmd/method')).toEqual([
      {
        function: 'main.call',
        package: 'example.com/reflect/cmd/method',
        path: ['main.init', 'main.call'],
        packages: ['example.com/reflect/cmd/method'],
      },
    ])
  })

  it('leaves out what is kept only because of the reason', async () => {
    const reasons = await why(REFLECT, './cmd/consequence')
    expect(reasons.map(reason => reason.function)).toEqual(['main.main'])
  })

  it.each([
    { main: './cmd/plain', kept: false },
    { main: './cmd/constant', kept: false },
    { main: './cmd/template', kept: true },
    { main: './cmd/method', kept: true },
  ])('agrees with what is in the binary of $main', async ({ main, kept }) => {
    const { host, ...request } = given(REFLECT, main)
    const output = path.join(host.temporary, 'linked')
    const {
      binaries: [linked],
    } = await compile(host, goOnPath(), { ...request, mains: [request.main], output })
    const program = readFileSync(linked?.file ?? '', 'latin1')
    expect(program.includes('never called')).toBe(kept)
    expect((await whyDeadCodeStays(host, goOnPath(), request)).length > 0).toBe(kept)
  })

  it('fails in the words of go where the main cannot be compiled', async () => {
    const { host, ...request } = given('__tests__/fixtures/go-broken', './cmd/types')
    await expect(whyDeadCodeStays(host, goOnPath(), request)).rejects.toEqual(
      aFailure('compile', { fields: { main: './cmd/types', platform: 'linux/amd64' } }),
    )
  })
})
