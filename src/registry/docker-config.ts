import { readFile, stat } from 'node:fs/promises'
import * as v from 'valibot'
import { isDockerHub } from './address.ts'
import { parseJson } from './registry-error.ts'

/** What one registry's entry says; `token`: an identity or registry token in place of a password. */
export type Login =
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  | { readonly kind: 'token' }

const Entry = v.object({
  auth: v.optional(v.string()),
  username: v.optional(v.string()),
  password: v.optional(v.string()),
  identitytoken: v.optional(v.string()),
  registrytoken: v.optional(v.string()),
})

// An entry that is not understood must not hide the others.
const Config = v.object({
  auths: v.optional(v.record(v.string(), v.fallback(Entry, {})), {}),
  credHelpers: v.optional(v.record(v.string(), v.string()), {}),
  credsStore: v.optional(v.string()),
})

/** docker's `config.json` and podman's `auth.json`, as far as they are about logging in. */
export type DockerConfig = v.InferOutput<typeof Config>

/** `null`: there is no such file. */
export async function readDockerConfig(file: string): Promise<DockerConfig | 'unreadable' | null> {
  try {
    const found = await stat(file)
    if (!found.isFile() || found.size > LARGEST_CONFIG) return 'unreadable'
    return parseDockerConfig(await readFile(file, 'utf8'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : 'unreadable'
  }
}

const LARGEST_CONFIG = 1024 * 1024

/** Says no more than that it cannot be read: JSON's own messages quote the text, and the text is secret. */
export function parseDockerConfig(text: string): DockerConfig | 'unreadable' {
  const config = v.safeParse(Config, parseJson(text))
  return config.success ? config.output : 'unreadable'
}

/** The name of the helper that keeps this registry's login; `null` where none is named. */
export function helperOf({ credHelpers, credsStore }: DockerConfig, registry: string): string | null {
  const name = find(credHelpers, registry) ?? credsStore ?? ''
  return name === '' ? null : name
}

/** The entry of exactly this host and port: a login for one registry is never shown to another. */
export function entryOf({ auths }: DockerConfig, registry: string): Login | null {
  const entry = find(auths, registry)
  if (entry === undefined) return null
  if (nonEmpty(entry.identitytoken) || nonEmpty(entry.registrytoken)) return { kind: 'token' }
  const login = nonEmpty(entry.auth) ? decode(entry.auth) : [entry.username ?? '', entry.password ?? '']
  const [username = '', password = ''] = login
  return username === '' || password === '' ? null : { kind: 'password', username, password }
}

function nonEmpty(text: string | undefined): text is string {
  return text !== undefined && text !== ''
}

function decode(auth: string): readonly string[] {
  const text = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '')
  const colon = text.indexOf(':')
  return colon === -1 ? [] : [text.slice(0, colon), text.slice(colon + 1)]
}

function find<Value>(byHost: Readonly<Record<string, Value>>, registry: string): Value | undefined {
  const keys = Object.keys(byHost)
  const key = keys.find(key => key === registry) ?? keys.find(key => sameRegistry(hostOf(key), registry))
  return key === undefined ? undefined : byHost[key]
}

/** `https://index.docker.io/v1/` → `index.docker.io`. Podman's `host/namespace` is about less than a registry. */
function hostOf(key: string): string | null {
  return /^(?:https?:\/\/)?([^/]+)(?:\/(?:v[12]\/?)?)?$/.exec(key)?.[1]?.toLowerCase() ?? null
}

function sameRegistry(host: string | null, registry: string): boolean {
  return host !== null && (host === registry || (isDockerHub(host) && isDockerHub(registry)))
}
