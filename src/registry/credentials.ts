import path from 'node:path'
import type { PublishSpec } from '../declare/spec.ts'
import { Failure } from '../failure.ts'
import { homeOf, xdgDirectory } from '../host/home.ts'
import type { Host } from '../host/host.ts'
import { askHelper } from './credential-helper.ts'
import {
  entryOf,
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
 * Who to be at a registry: the inputs, DOCKER_AUTH_CONFIG, docker's config, podman's, the workflow's own token
 * for ghcr.io; `null`: nobody. What cannot be read is a warning, and the next place is asked.
 *
 * @throws Failure `bad-input` where one user and password are given for several registries.
 */
export async function findCredentials(
  host: Host,
  registry: string,
  publish: PublishSpec,
): Promise<Credentials | null> {
  const found =
    fromInputs(registry, publish) ?? (await fromConfigs(host, registry)) ?? fromWorkflow(registry, publish)
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
  // ghcr.io looks at the token alone, whoever the user is.
  if (registry !== 'ghcr.io' || githubToken === null || githubToken === '') return null
  return { username: 'x-access-token', password: githubToken, source: 'github-token' }
}

async function fromConfigs(host: Host, registry: string): Promise<Credentials | null> {
  const inline = host.env['DOCKER_AUTH_CONFIG'] ?? ''
  if (inline !== '') {
    const config = parseDockerConfig(inline)
    const found = await fromConfig(host, registry, 'DOCKER_AUTH_CONFIG', config)
    if (found !== null) return found
  }
  for (const file of configFiles(host)) {
    const config = await readDockerConfig(file)
    const found = config === null ? null : await fromConfig(host, registry, file, config)
    if (found !== null) return found
  }
  return null
}

/** Docker's file, then podman's, skopeo's and buildah's. */
function configFiles({ env }: Host): readonly string[] {
  const home = homeOf(env) ?? '/'
  const runtime = xdgDirectory(env, 'XDG_RUNTIME_DIR')
  const podmans = env['REGISTRY_AUTH_FILE'] ?? ''
  return [
    path.join(env['DOCKER_CONFIG'] ?? path.join(home, '.docker'), 'config.json'),
    ...(podmans === '' ? [] : [podmans]),
    ...(runtime === null ? [] : [path.join(runtime, 'containers', 'auth.json')]),
    path.join(xdgDirectory(env, 'XDG_CONFIG_HOME') ?? path.join(home, '.config'), 'containers', 'auth.json'),
  ]
}

async function fromConfig(
  host: Host,
  registry: string,
  source: string,
  config: DockerConfig | 'unreadable',
): Promise<Credentials | null> {
  if (config === 'unreadable') {
    host.log.warning(`${source} is not a docker config, so its credentials are not used.`)
    return null
  }
  const helper = helperOf(config, registry)
  const kept = helper === null ? null : await askHelper(host, helper, registry)
  const helped = kept === null ? null : usable(host, registry, `docker-credential-${helper}`, kept)
  if (helped !== null) return helped
  const entry = entryOf(config, registry)
  return entry === null ? null : usable(host, registry, source, entry)
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
