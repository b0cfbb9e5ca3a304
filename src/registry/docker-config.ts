import { readFile, stat } from 'node:fs/promises'
import * as v from 'valibot'
import { parseJson } from '../declare/parse-json.ts'
import type { RepositoryName } from '../declare/reference.ts'
import { isDockerHub } from './address.ts'

/**
 * The entry of one registry. An identity token is a refresh token of OAuth 2, which `az acr login` stores. A registry
 * token is one that a token server gave.
 */
export type Login =
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  | { readonly kind: 'identity-token'; readonly identityToken: string }
  | { readonly kind: 'registry-token' }

const Entry = v.object({
  auth: v.optional(v.string()),
  username: v.optional(v.string()),
  password: v.optional(v.string()),
  identitytoken: v.optional(v.string()),
  registrytoken: v.optional(v.string()),
})

// An entry that cannot be understood must not hide the others.
const Config = v.object({
  auths: v.optional(v.record(v.string(), v.fallback(Entry, {})), {}),
  credHelpers: v.optional(v.record(v.string(), v.string()), {}),
  credsStore: v.optional(v.string()),
})

/** The parts of docker's `config.json` and podman's `auth.json` that concern logins. */
export type DockerConfig = v.InferOutput<typeof Config>

/** Reads such a file; `null` if it does not exist. */
export async function readDockerConfig(
  file: string,
  legacy: boolean,
): Promise<DockerConfig | 'unreadable' | null> {
  try {
    const found = await stat(file)
    if (!found.isFile() || found.size > LARGEST_CONFIG) return 'unreadable'
    const text = await readFile(file, 'utf8')
    return legacy ? parseLegacyConfig(text) : parseDockerConfig(text)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : 'unreadable'
  }
}

const LARGEST_CONFIG = 1024 * 1024

/**
 * Parses such a file. A problem says only that it cannot be read, because JSON's own messages quote the text, which is
 * secret.
 */
export function parseDockerConfig(text: string): DockerConfig | 'unreadable' {
  const config = v.safeParse(Config, parseJson(text))
  return config.success ? config.output : 'unreadable'
}

/** `.dockercfg`: the logins are the whole file. */
function parseLegacyConfig(text: string): DockerConfig | 'unreadable' {
  const auths = v.safeParse(Config.entries.auths, parseJson(text))
  return auths.success ? { auths: auths.output, credHelpers: {} } : 'unreadable'
}

/** The name of the credential helper for this registry; `null` if the file names none. */
export function helperOf({ credHelpers }: DockerConfig, registry: string): string | null {
  const name = find(credHelpers, registry) ?? ''
  return name === '' ? null : name
}

/**
 * The entry of the longest namespace that contains this repository, as podman writes it: `registry/team/app`,
 * `registry/team`. An entry without a login is skipped.
 */
export function entryOfNamespace(
  { auths }: DockerConfig,
  { registry, repository }: RepositoryName,
): Login | null {
  const parts = repository.split('/')
  for (let length = parts.length; length > 0; length -= 1) {
    const namespace = parts.slice(0, length).join('/')
    for (const host of isDockerHub(registry) ? ['docker.io', registry] : [registry]) {
      const login = loginOf(auths[`${host}/${namespace}`])
      if (login !== null) return login
    }
  }
  return null
}

/** The entry of exactly this host and port. A login for one registry is never sent to another. */
export function entryOf({ auths }: DockerConfig, registry: string): Login | null {
  return loginOf(find(auths, registry))
}

function loginOf(entry: v.InferOutput<typeof Entry> | undefined): Login | null {
  if (entry === undefined) return null
  const { identitytoken, registrytoken } = entry
  if (nonEmpty(identitytoken)) return { kind: 'identity-token', identityToken: identitytoken }
  if (nonEmpty(registrytoken)) return { kind: 'registry-token' }
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

/**
 * `https://index.docker.io/v1/` → `index.docker.io`. Podman's `host/namespace` gives `null`, because it covers only a
 * part of a registry.
 */
function hostOf(key: string): string | null {
  return /^(?:https?:\/\/)?([^/]+)(?:\/(?:v[12]\/?)?)?$/.exec(key)?.[1]?.toLowerCase() ?? null
}

function sameRegistry(host: string | null, registry: string): boolean {
  return host !== null && (host === registry || (isDockerHub(host) && isDockerHub(registry)))
}
