import { input, inputOrWord } from '../declare/input-part.ts'
import { clause } from '../clause.ts'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { GoSpec } from '../declare/spec.ts'
import { Failure } from '../failure.ts'
import { whyNotRead } from '../host/why-not-read.ts'
import type { Host } from '../host/host.ts'
import { parseWanted, type GoRequest, type Wanted } from './go-request.ts'
import { minimumOfDirective } from './go-version.ts'

/**
 * The Go version that is requested: by the input, by the file that the input names, or by the go.work or go.mod that
 * `go` itself would find.
 *
 * @throws Failure `bad-input` if a version is not valid, or if the named file cannot be read
 */
export async function goRequest(host: Host, spec: GoSpec, workingDirectory: string): Promise<GoRequest> {
  if (spec.version !== null) return written(spec.version, 'go-version')
  if (spec.versionFile !== null) return fromFile(spec.versionFile)
  const file = (await workspaceFile(host, workingDirectory)) ?? (await upwards(workingDirectory, 'go.mod'))
  return file === null
    ? { wanted: { kind: 'any' }, why: 'no version is asked for', asked: null }
    : fromModule(file)
}

async function fromFile(file: string): Promise<GoRequest> {
  if (/\.(mod|work)$/.test(file)) return fromModule(file)
  const name = path.basename(file)
  const text = await read(file)
  const version = name === '.tool-versions' ? toolVersion(text) : firstLine(text)
  if (version === null)
    throw new Failure(
      'bad-input',
      {
        what: clause`${input('go-version-file')} ${JSON.stringify(file)} names no Go version`,
        fix: clause`write ${name === '.tool-versions' ? 'a line such as golang 1.26.8' : 'one such as 1.26.8'}`,
      },
      { fields: { input: 'go-version-file', value: file } },
    )
  return written(version, name)
}

function written(version: string, where: string): GoRequest {
  const wanted = parseWanted(version)
  if (!wanted.ok)
    throw new Failure(
      'bad-input',
      { what: clause`${inputOrWord(where)} ${JSON.stringify(version)} ${wanted.problem}` },
      { fields: where === 'go-version' ? { input: where, value: version } : { file: where, version } },
    )
  return asking(wanted.value, where, version.trim())
}

/** A version in a go.mod or go.work is a minimum. https://go.dev/doc/toolchain#config */
async function fromModule(file: string): Promise<GoRequest> {
  const { toolchain, go } = readDirectives(await read(file))
  const name = path.basename(file)
  for (const version of [toolchain, go]) {
    const minimum = version === null ? null : minimumOfDirective(version)
    if (version !== null && minimum !== null)
      return asking({ kind: 'minimum', version: minimum }, name, `${version.replace(/^go/, '')} or newer`)
  }
  return { wanted: { kind: 'any' }, why: `${name} names no version`, asked: null }
}

function asking(wanted: Wanted, from: string, version: string): GoRequest {
  return { wanted, why: `${from} says ${version}`, asked: { version, from } }
}

/** The `toolchain` and `go` lines of a go.mod or go.work. `toolchain default` names no toolchain. */
export function readDirectives(text: string): { toolchain: string | null; go: string | null } {
  const value = (directive: string) =>
    new RegExp(`^[ \\t]*${directive}[ \\t]+"?([^\\s"/]+)"?[ \\t]*(?://.*)?\\r?$`, 'm').exec(text)?.[1] ?? null
  return { toolchain: value('toolchain'), go: value('go') }
}

/** Reads a file of asdf or mise. Each line has a tool and its versions, of which the first counts. */
function toolVersion(text: string): string | null {
  return /^[ \t]*(?:golang|go)[ \t]+([^\s#]+)/m.exec(text)?.[1] ?? null
}

function firstLine(text: string): string | null {
  const lines = text.split('\n').map(line => line.replace(/#.*/, '').trim())
  return lines.find(line => line !== '') ?? null
}

/**
 * The go.work to use. `GOWORK` is `off`, a file, or unset, so that the file has to be found:
 * https://go.dev/ref/mod#workspaces
 */
async function workspaceFile({ env }: Host, workingDirectory: string): Promise<string | null> {
  const chosen = env['GOWORK'] ?? ''
  if (chosen === 'off') return null
  return chosen === '' ? upwards(workingDirectory, 'go.work') : chosen
}

async function upwards(from: string, name: string): Promise<string | null> {
  const file = path.join(from, name)
  if (await isFile(file)) return file
  const parent = path.dirname(from)
  return parent === from ? null : upwards(parent, name)
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    found => found.isFile(),
    () => false,
  )
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new Failure(
      'bad-input',
      {
        what: clause`the Go version could not be read from ${file}`,
        why: clause`${whyNotRead(cause)}`,
        fix: clause`name a go.mod, go.work, .go-version or .tool-versions file that exists`,
      },
      { cause, fields: { file } },
    )
  }
}
