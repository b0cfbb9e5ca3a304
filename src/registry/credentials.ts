import path from 'node:path'
import type { RepositoryName } from '../declare/reference.ts'
import type { PublishSpec } from '../declare/spec.ts'
import { Failure } from '../failure.ts'
import { homeOf, xdgDirectory } from '../host/home.ts'
import type { Host } from '../host/host.ts'
import { askHelper } from './credential-helper.ts'
import {
  entryOf,
  entryOfNamespace,
  helperOf,
  parseDockerConfig,
  readDockerConfig,
  type DockerConfig,
  type Login,
} from './docker-config.ts'

export interface Credentials {
  readonly username: string
  readonly password: string
  /** Where they were found, for messages: `~/.docker/config.json`. */
  readonly source: string
}

/**
 * Who to be at a repository: the inputs, DOCKER_AUTH_CONFIG, podman's files, docker's, the workflow's own token for ghcr.io; `null`:
 * none. What cannot be read is a warning, and the next place is asked.
 *
 * @throws Failure `bad-input` where one user and password are given for several registries.
 */
export async function findCredentials(
  host: Host,
  place: RepositoryName,
  publish: PublishSpec,
): Promise<Credentials | null> {
  const { registry } = place
  const found =
    fromInputs(registry, publish) ?? (await fromConfigs(host, place)) ?? fromWorkflow(registry, publish)
  if (found !== null) host.log.secret(found.password)
  return found
}

function fromInputs(registry: string, { credentials, references }: PublishSpec): Credentials | null {
  if (credentials === null) return null
  const registries = new Set([...references.map(reference => reference.registry), registry])
  if (registries.size > 1)
    throw new Failure(
      'bad-input',
      `registry-username and registry-password are for one registry, but image names ${[...registries].join(' and ')}: leave them out, and log in to each with docker/login-action or "docker login".`,
    )
  return { ...credentials, source: 'registry-username and registry-password' }
}

function fromWorkflow(registry: string, { githubToken }: PublishSpec): Credentials | null {
  // ghcr.io checks the token alone and ignores the user.
  if (registry !== 'ghcr.io' || githubToken === null || githubToken === '') return null
  return { username: 'x-access-token', password: githubToken, source: 'github-token' }
}

async function fromConfigs(host: Host, place: RepositoryName): Promise<Credentials | null> {
  const inline = host.env['DOCKER_AUTH_CONFIG'] ?? ''
  if (inline !== '') {
    const config = parseDockerConfig(inline)
    const found = await fromConfig(host, place, 'DOCKER_AUTH_CONFIG', config)
    if (found !== null) return found
  }
  for (const { file, legacy } of configFiles(host)) {
    const config = await readDockerConfig(file, legacy)
    const found = config === null ? null : await fromConfig(host, place, file, config)
    if (found !== null) return found
  }
  return null
}

interface ConfigFile {
  readonly file: string
  /** Of docker before 1.7: the logins are the whole file. */
  readonly legacy: boolean
}

/** As podman, skopeo and buildah look: https://github.com/containers/image/blob/main/docs/containers-auth.json.5.md */
function configFiles({ env }: Host): readonly ConfigFile[] {
  const home = homeOf(env) ?? '/'
  const named = env['REGISTRY_AUTH_FILE'] ?? ''
  const runtime = xdgDirectory(env, 'XDG_RUNTIME_DIR')
  const files = [
    ...(named === '' ? [] : [named]),
    ...(runtime === null ? perUser() : [path.join(runtime, 'containers', 'auth.json')]),
    path.join(xdgDirectory(env, 'XDG_CONFIG_HOME') ?? path.join(home, '.config'), 'containers', 'auth.json'),
    path.join(env['DOCKER_CONFIG'] ?? path.join(home, '.docker'), 'config.json'),
  ]
  return [
    ...files.map(file => ({ file, legacy: false })),
    { file: path.join(home, '.dockercfg'), legacy: true },
  ]
}

/** Where podman keeps logins for a user without a session. */
function perUser(): readonly string[] {
  return process.getuid === undefined ? [] : [`/run/containers/${process.getuid()}/auth.json`]
}

/**
 * Of one file: the helper of this registry, then the longest namespace that has a login of its own, then the helper of all registries,
 * then the registry's own login.
 */
async function fromConfig(
  host: Host,
  place: RepositoryName,
  source: string,
  config: DockerConfig | 'unreadable',
): Promise<Credentials | null> {
  if (config === 'unreadable') {
    host.log.warning(
      `${source} cannot be read, or is not a file of logins as docker and podman write it, so its logins are not used.`,
    )
    return null
  }
  const { registry } = place
  const entry = (login: Login | null) => (login === null ? null : usable(host, registry, source, login))
  const own = helperOf(config, registry)
  return (
    (await fromHelper(host, registry, own)) ??
    entry(entryOfNamespace(config, place)) ??
    (await fromHelper(host, registry, own === null ? (config.credsStore ?? null) : null)) ??
    entry(entryOf(config, registry))
  )
}

async function fromHelper(host: Host, registry: string, name: string | null): Promise<Credentials | null> {
  const kept = name === null || name === '' ? null : await askHelper(host, name, registry)
  return kept === null ? null : usable(host, registry, `docker-credential-${name}`, kept)
}

function usable(host: Host, registry: string, source: string, login: Login): Credentials | null {
  switch (login.kind) {
    case 'password':
      return { username: login.username, password: login.password, source }
    case 'token':
      host.log.warning(
        `${source} holds an identity token for ${registry}, which Bantam does not use yet: give registry-username and registry-password.`,
      )
      return null
  }
}
