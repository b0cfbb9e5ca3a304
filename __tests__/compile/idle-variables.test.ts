import { expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { listDependencies, type Dependency } from '../../src/compile/dependencies.ts'
import { findMains } from '../../src/compile/find-mains.ts'
import { compile } from '../../src/compile/go-build.ts'
import { findIdleVariables } from '../../src/compile/idle-variables.ts'
import { linkerVariables } from '../../src/declare/linker-variables.ts'
import { compileSpec } from '../support/compile-spec.ts'
import { goOnPath } from '../support/go-programs.ts'
import { testHost } from '../support/host.ts'
import { describeWith } from '../support/tools.ts'

const workingDirectory = path.join(import.meta.dirname, '..', 'fixtures', 'go-variables')
const MAIN = 'example.com/variables/cmd/api'

/** Every variable that this service is asked to set, and what is true of it. */
const CASES = [
  ['main.release', 'VALUE-1', null],
  ['main.branch', 'VALUE-2', null],
  ['main.alias', 'VALUE-3', null],
  ['main.copied', 'VALUE-4', null],
  ['example.com/variables/version.Number', 'VALUE-5', null],
  ['main.fixed', 'VALUE-6', { kind: 'no variable but', is: 'const' }],
  ['main.computed', 'VALUE-7', { kind: 'computed' }],
  ['main.unused', 'VALUE-8', { kind: 'unused' }],
  ['main.relese', 'VALUE-9', { kind: 'no variable', meant: 'release' }],
  ['main.main', 'VALUE-10', { kind: 'no variable but', is: 'func' }],
  [`${MAIN}.release`, 'VALUE-11', { kind: 'main by its path' }],
  [
    'example.com/variables/other.Number',
    'VALUE-12',
    { kind: 'no package', meant: 'example.com/variables/version' },
  ],
  ['github.com/nothing/like/it.V', 'VALUE-13', { kind: 'no package', meant: null }],
] as const

describeWith(['go'], 'findIdleVariables', () => {
  async function build(): Promise<{
    readonly dependencies: readonly Dependency[]
    readonly bytes: Buffer
    readonly ldflags: string
  }> {
    const host = testHost({ cwd: workingDirectory })
    const ldflags = CASES.map(([name, value]) => `-X ${name}=${value}`).join(' ')
    const spec = compileSpec({ ldflags })
    const context = { spec, platform: { os: 'linux', architecture: 'amd64' }, workingDirectory }
    const mains = await findMains(host, goOnPath(), [{ path: './cmd/api', name: null }], context)
    const output = path.join(host.temporary, 'linked')
    const {
      binaries: [linked],
    } = await compile(host, goOnPath(), { ...context, mains, output })
    const paths = mains.map(main => main.path)
    const { dependencies } = await listDependencies(host, goOnPath(), context, paths)
    return { dependencies, bytes: readFileSync(linked?.file ?? ''), ldflags }
  }

  it('says of each -X whether it sets something, as the program itself shows', async () => {
    const { dependencies, bytes, ldflags } = await build()
    const sources = { dependencies, mains: [MAIN], binaries: [bytes] }
    const found = await findIdleVariables(testHost(), linkerVariables(ldflags), sources)
    const idle = new Map(found.map(({ variable: { path: place, name }, why }) => [`${place}.${name}`, why]))
    for (const [name, value, why] of CASES) {
      expect([name, idle.get(name) ?? null]).toEqual([name, why])
      // A value that is set is in the binary. That of a computed variable is too, and is overwritten at the start.
      if (why?.kind !== 'computed') expect([name, bytes.includes(value)]).toEqual([name, why === null])
    }
  })

  it('says nothing of a package whose files cannot be read', async () => {
    const gone: Dependency = {
      importPath: 'a/b',
      directory: '/nowhere',
      standard: false,
      module: 'a',
      replacedBy: null,
      goFiles: ['b.go'],
      cgoFiles: [],
      ignoredGoFiles: [],
      embedFiles: [],
    }
    const sources = { dependencies: [gone], mains: [], binaries: [Buffer.from('the value')] }
    expect(await findIdleVariables(testHost(), linkerVariables('-X a/b.V=value'), sources)).toEqual([])
  })

  it('takes a variable of main for set if one of several mains has it', async () => {
    const { dependencies, bytes } = await build()
    const sources = { dependencies, mains: [MAIN, 'example.com/variables/version'], binaries: [bytes] }
    expect(await findIdleVariables(testHost(), linkerVariables('-X main.release=VALUE-1'), sources)).toEqual(
      [],
    )
  })
})
