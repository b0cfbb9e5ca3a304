import { input } from '../declare/input-part.ts'
import { type Clause, clause } from '../clause.ts'
import path from 'node:path'
import type { RepositoryName } from '../declare/reference.ts'
import type { PublishSpec } from '../declare/spec.ts'
import { Failure } from '../failure.ts'
import { homeOf, xdgDirectory } from '../host/home.ts'
import type { Host } from '../host/host.ts'
import { askHelper, type Asking, type Complaint } from './credential-helper.ts'
import {
  entryOf,
  entryOfNamespace,
  helperOf,
  parseDockerConfig,
  readDockerConfig,
  type DockerConfig,
  type Login,
} from './docker-config.ts'

export type Credentials = Password | IdentityToken

interface Found {
  /** Where the credentials were found, for messages: `~/.docker/config.json`. */
  readonly source: string | Clause
}

export interface Password extends Found {
  readonly username: string
  readonly password: string
}

export interface IdentityToken extends Found {
  /** A refresh token of OAuth 2: the token server of the registry exchanges it. */
  readonly identityToken: string
}

/** What must be kept secret of them. */
function secretOf(credentials: Credentials): string {
  return 'identityToken' in credentials ? credentials.identityToken : credentials.password
}

/**
 * Finds the credentials for a repository. It looks, in this order, at the inputs, DOCKER_AUTH_CONFIG, podman's files,
 * docker's file, and the workflow's own token for ghcr.io; `null` if there are none. A place that cannot be read causes
 * a warning, and the next one is tried.
 *
 * @throws Failure `bad-input` if one user and password are given for several registries.
 */
export async function findCredentials(
  host: Host,
  place: RepositoryName,
  publish: PublishSpec,
): Promise<Credentials | null> {
  const { found, complaints } = await lookEverywhere(host, place, publish)
  for (const complaint of complaints) host.log.warning(complaint.clause)
  return found
}

/**
 * The same for a push, which must not go on without a login because the place that most likely has one cannot be read.
 *
 * @throws Failure `bad-input` also if there are none, and a file cannot be read or a helper does not answer
 */
export async function findCredentialsToPush(
  host: Host,
  place: RepositoryName,
  publish: PublishSpec,
  helperMs?: number,
): Promise<Credentials | null> {
  const { found, complaints } = await lookEverywhere(host, place, publish, helperMs)
  const grave = found === null ? complaints.find(({ isGrave }) => isGrave) : undefined
  if (grave !== undefined)
    throw new Failure(
      'bad-input',
      {
        what: grave.clause,
        fix: clause`mend or remove it, or give ${input('registry-username')} and ${input('registry-password')}`,
      },
      { fields: { registry: place.registry } },
    )
  for (const complaint of complaints) host.log.warning(complaint.clause)
  return found
}

async function lookEverywhere(host: Host, place: RepositoryName, publish: PublishSpec, helperMs?: number) {
  const { registry } = place
  const complaints: Complaint[] = []
  const asking: Asking = {
    complain: complaint => void complaints.push(complaint),
    ...(helperMs === undefined ? {} : { helperMs }),
  }
  const found =
    fromInputs(registry, publish) ??
    (await fromConfigs(host, place, asking)) ??
    fromWorkflow(registry, publish)
  if (found !== null) host.log.secret(secretOf(found))
  return { found, complaints }
}

function fromInputs(registry: string, { credentials, references }: PublishSpec): Credentials | null {
  if (credentials === null) return null
  const registries = new Set([...references.map(reference => reference.registry), registry])
  if (registries.size > 1)
    throw new Failure(
      'bad-input',
      {
        what: clause`${input('registry-username')} and ${input('registry-password')} are for one registry, but ${input('image')} names ${[...registries].join(' and ')}`,
        fix: clause`leave them out, and log in to each with docker/login-action or "docker login"`,
      },
      { fields: { input: 'registry-username', registry } },
    )
  return { ...credentials, source: clause`${input('registry-username')} and ${input('registry-password')}` }
}

function fromWorkflow(registry: string, { githubToken }: PublishSpec): Credentials | null {
  // ghcr.io checks only the token and ignores the user.
  if (registry !== 'ghcr.io' || githubToken === null || githubToken === '') return null
  return { username: 'x-access-token', password: githubToken, source: clause`${input('github-token')}` }
}

async function fromConfigs(host: Host, place: RepositoryName, asking: Asking): Promise<Credentials | null> {
  const inline = host.env['DOCKER_AUTH_CONFIG'] ?? ''
  if (inline !== '') {
    const config = parseDockerConfig(inline)
    const found = await fromConfig(host, place, 'DOCKER_AUTH_CONFIG', config, asking)
    if (found !== null) return found
  }
  for (const { file, legacy } of configFiles(host)) {
    const config = await readDockerConfig(file, legacy)
    const found = config === null ? null : await fromConfig(host, place, file, config, asking)
    if (found !== null) return found
  }
  return null
}

interface ConfigFile {
  readonly file: string
  /** Whether the file has the format of docker before 1.7, in which the logins are the whole file. */
  readonly legacy: boolean
}

/**
 * The same order as podman, skopeo and buildah use:
 * https://github.com/containers/image/blob/main/docs/containers-auth.json.5.md
 */
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

/** The places where podman keeps the logins of a user without a session. */
function perUser(): readonly string[] {
  return process.getuid === undefined ? [] : [`/run/containers/${process.getuid()}/auth.json`]
}

/**
 * Looks in one file for the helper of this registry, then the longest namespace with a login of its own, then the
 * helper for all registries, then the registry's own login.
 */
async function fromConfig(
  host: Host,
  place: RepositoryName,
  source: string,
  config: DockerConfig | 'unreadable',
  asking: Asking,
): Promise<Credentials | null> {
  const { complain } = asking
  if (config === 'unreadable') {
    const what = clause`${source} cannot be read, or is not a file of logins as docker and podman write it, so its logins are not used`
    complain({ clause: what, isGrave: true })
    return null
  }
  const { registry } = place
  const entry = (login: Login | null) => (login === null ? null : usable(complain, registry, source, login))
  const own = helperOf(config, registry)
  return (
    (await fromHelper(host, registry, own, asking)) ??
    entry(entryOfNamespace(config, place)) ??
    (await fromHelper(host, registry, own === null ? (config.credsStore ?? null) : null, asking)) ??
    entry(entryOf(config, registry))
  )
}

async function fromHelper(
  host: Host,
  registry: string,
  name: string | null,
  asking: Asking,
): Promise<Credentials | null> {
  const kept = name === null || name === '' ? null : await askHelper(host, name, registry, asking)
  return kept === null ? null : usable(asking.complain, registry, `docker-credential-${name}`, kept)
}

function usable(
  complain: Asking['complain'],
  registry: string,
  source: string,
  login: Login,
): Credentials | null {
  switch (login.kind) {
    case 'password':
      return { username: login.username, password: login.password, source }
    case 'identity-token':
      return { identityToken: login.identityToken, source }
    case 'registry-token': {
      const what = clause`${source} holds a registry token for ${registry}, which Bantam does not use: give ${input('registry-username')} and ${input('registry-password')}`
      complain({ clause: what, isGrave: false })
      return null
    }
  }
}
