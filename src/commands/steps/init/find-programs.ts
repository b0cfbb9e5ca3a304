import path from 'node:path'
import { checkPrograms } from '../../../compile/check-programs.ts'
import { binaryNameOf } from '../../../compile/binary-name.ts'
import { listMains } from '../../../compile/find-mains.ts'
import { DEFAULT_PLATFORM } from '../../../declare/platform.ts'
import type { CompileSpec } from '../../../declare/spec.ts'
import { holds } from '../../../diet/build-constraint.ts'
import { constraintOfHeader, nameHolds } from '../../../diet/file-constraint.ts'
import { Failure } from '../../../failure.ts'
import { inParallel } from '../../../host/in-parallel.ts'
import type { Host } from '../../../host/host.ts'
import type { GoModule, Program } from '../../../init/facts.ts'
import type { GoToolchain } from '../../../tools/go-toolchain.ts'
import { goOnPath } from '../../../toolchain/go-on-path.ts'
import { readHead, type Walked } from './walk-checkout.ts'

const SPEC: CompileSpec = {
  ldflags: '',
  buildTags: [],
  buildFlags: [],
  // To list main packages needs no module of others; without them Go would download all.
  buildEnv: { GOPROXY: 'off' },
  buildVcs: false,
  cgo: 'off',
}

export function modulesOf({ modFiles }: Walked): readonly GoModule[] {
  return [...modFiles].flatMap(([directory, text]) => {
    const name = /^[ \t]*module[ \t]+"?([\w./~-]+)"?/m.exec(text)?.[1]
    return name === undefined ? [] : [{ directory, path: name }]
  })
}

/** Finds the main packages of each module: Go lists them, or their files say it where there is no Go that can. */
export async function findPrograms(
  host: Host,
  top: string,
  walked: Walked,
  modules: readonly GoModule[],
): Promise<readonly Program[]> {
  const go = modules.length === 0 ? null : await goOnPath(host, top)
  // Each `go list` has the memory and the processors of a build's beginning.
  const found = await inParallel(host.cores, modules, async module => {
    const listed = go === null ? null : await listedByGo(host, go, top, module)
    return listed ?? (await scanned(top, walked, modules, module))
  })
  return found.flat().toSorted((a, b) => (a.directory < b.directory ? -1 : 1))
}

/** `null` where this Go cannot list the module, for example because it is older than go.mod asks for. */
async function listedByGo(
  host: Host,
  {
    command,
    goroot,
    version,
  }: { readonly command: string; readonly goroot: string; readonly version: string },
  top: string,
  { directory, path: modulePath }: GoModule,
): Promise<readonly Program[] | null> {
  const workingDirectory = path.join(top, directory)
  const go: GoToolchain = { command, goroot, version, source: 'PATH', why: '' }
  try {
    checkPrograms(host, SPEC, workingDirectory)
    const context = { spec: SPEC, platform: DEFAULT_PLATFORM, workingDirectory }
    const mains = await listMains(host, go, context)
    return mains
      .flatMap(({ importPath, name }) =>
        importPath === modulePath || importPath.startsWith(`${modulePath}/`)
          ? [
              {
                directory: path.posix.join(directory, importPath.slice(modulePath.length + 1)),
                module: directory,
                name,
              },
            ]
          : [],
      )
      .map(program => ({ ...program, directory: program.directory === '.' ? '' : program.directory }))
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause
    host.log.debug(`go list: ${cause.message}`)
    return null
  }
}

async function scanned(
  top: string,
  { goFiles }: Walked,
  modules: readonly GoModule[],
  module: GoModule,
): Promise<readonly Program[]> {
  const programs: Program[] = []
  const around = new Map(modules.map(one => [one.directory, one]))
  for (const [directory, names] of goFiles) {
    if (moduleAround(around, directory) !== module) continue
    if (!(await isMain(top, directory, names))) continue
    const below = path.posix.relative(module.directory, directory)
    const importPath = path.posix.join(module.path, below)
    programs.push({ directory, module: module.directory, name: binaryNameOf(importPath) })
  }
  return programs
}

function moduleAround(modules: ReadonlyMap<string, GoModule>, directory: string): GoModule | undefined {
  for (let place = directory; place !== '' && place !== '.'; place = path.posix.dirname(place)) {
    const module = modules.get(place)
    if (module !== undefined) return module
  }
  return modules.get('')
}

/** The first file that counts on Linux says which package it is. */
async function isMain(top: string, directory: string, names: readonly string[]): Promise<boolean> {
  const isSet = (tag: string) => ['linux', 'amd64', 'unix'].includes(tag) || /^go1\.\d+$/.test(tag)
  for (const name of names) {
    if (!nameHolds(name, isSet)) continue
    const head = await readHead(top, path.posix.join(directory, name))
    const constraint = constraintOfHeader(head)
    if (constraint !== null && !holds(constraint, isSet)) continue
    const clause = /^\s*package\s+(\w+)/.exec(withoutComments(head))?.[1]
    if (clause !== undefined) return clause === 'main'
  }
  return false
}

/** The text behind the comments and blank lines at the top. */
function withoutComments(head: string): string {
  let at = 0
  for (;;) {
    while (/\s/.test(head.charAt(at))) at += 1
    const end = head.startsWith('//', at) ? '\n' : head.startsWith('/*', at) ? '*/' : null
    if (end === null) return head.slice(at, at + 200)
    const found = head.indexOf(end, at + 2)
    if (found < 0) return ''
    at = found + end.length
  }
}
