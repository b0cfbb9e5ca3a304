import { stat } from 'node:fs/promises'
import { parse } from 'node:path'
import { clause } from '../../clause.ts'
import type { NamedBase } from '../../declare/base-spec.ts'
import { input } from '../../declare/input-part.ts'
import { cutAtLastColon } from '../../declare/reference.ts'
import type { AccountSpec, ImageSpec, PlatformSpec, SharedSpec, User } from '../../declare/spec.ts'
import { Failure } from '../../failure.ts'
import { errorCode } from '../../host/error-code.ts'
import type { Host } from '../../host/host.ts'
import { inParallel } from '../../host/in-parallel.ts'
import { type Once, once } from '../../host/once.ts'
import { whyNotRead } from '../../host/why-not-read.ts'
import { workspaceRoots } from '../../host/workspace.ts'
import { baseAnnotations } from '../../image/base-annotations.ts'
import { takenAccount } from '../../image/base-accounts.ts'
import type { BaseImage } from '../../image/base-image.ts'
import { userIn } from '../../image/base-user.ts'
import { inherit } from '../../image/inherit.ts'
import type { ImageSource } from '../../image/source.ts'
import { startedPaths } from '../../image/started.ts'
import { findCredentials } from '../../registry/credentials.ts'
import { openRepository } from '../../registry/pull.ts'
import { printable, shorten } from '../../report/printable.ts'
import { directoryStore, guardIn } from '../../thing/directory-store.ts'
import { layoutSource } from '../../thing/layout.ts'
import { openBase, type WantedBase } from '../../thing/open-base.ts'
import { asUnreadable } from '../../thing/unreadable.ts'
import { loginFor } from './login-for.ts'
import type { ImageOnBase, PlatformOnBase } from './platform-on-base.ts'

/** Opens each source and each base of a run once, for all images on it: a tag may move while they are built. */
export interface BaseOpening {
  readonly sources: Once<OpenedSource>
  readonly bases: Once<BaseImage>
}

/**
 * Opens the base for every platform, before anything is compiled. The first platform alone comes first: what is wrong
 * with the base as a whole is then said at once.
 *
 * @param opening of all images of the run
 * @throws Failure `bad-input`, `unreadable-image`, `registry`
 */
export async function openBases(
  host: Host,
  spec: ImageSpec,
  base: NamedBase,
  opening: BaseOpening,
): Promise<ImageOnBase> {
  const { publish, workingDirectory } = spec
  const login = base.kind === 'image' ? loginFor(base.reference.registry, publish) : null
  const place = base.kind === 'layout' ? workingDirectory : null
  const key = JSON.stringify([base, place, login?.credentials, login?.githubToken])
  const opened = await opening.sources(key, () => openSource(host, spec, base))
  const open: Opened = { ...opened, key, bases: opening.bases }
  const [first, ...others] = spec.platforms
  const onFirst = await platformOnBase(host, first, open)
  const platforms = await inParallel(host.cores, others, platform => platformOnBase(host, platform, open))
  const named = baseAnnotations(onFirst.on, onFirst.on.rootDigest)
  const image: ImageOnBase = {
    ...spec,
    platforms: [onFirst, ...platforms],
    index: { ...spec.index, annotations: { ...named, ...spec.index.annotations } },
  }
  warnOfRoot(host, base, image)
  return image
}

/** The same for one platform alone. */
export async function openBaseOf(host: Host, spec: PlatformSpec): Promise<PlatformOnBase> {
  if (spec.base.kind === 'scratch') return spec
  const opened = await openSource(host, spec, spec.base)
  return platformOnBase(host, spec, { ...opened, key: '', bases: once() })
}

export interface OpenedSource extends Pick<WantedBase, 'kind' | 'name' | 'tag' | 'origin'> {
  readonly source: ImageSource
  readonly inheritsUser: boolean
}

interface Opened extends OpenedSource {
  /** Tells the source from others. */
  readonly key: string
  readonly bases: Once<BaseImage>
}

async function openSource(
  host: Host,
  { publish, workingDirectory }: Pick<SharedSpec, 'publish' | 'workingDirectory'>,
  base: NamedBase,
): Promise<OpenedSource> {
  const { name, inheritsUser } = base
  switch (base.kind) {
    case 'image': {
      const { reference } = base
      const credentials = await findCredentials(host, reference, loginFor(reference.registry, publish))
      const source = await openRepository(host, reference, credentials)
      return { kind: 'image', name, source, tag: null, origin: reference, inheritsUser }
    }
    case 'layout': {
      const { path, tag } = await placeOf(base)
      const source = await openLayout(host, workingDirectory, name, path)
      return { kind: 'layout', name, source, tag, origin: null, inheritsUser }
    }
  }
}

/**
 * Its blobs are copied when they are read, as they are published only after the build. A directory outside of the
 * workspace is what the user wants, with its links.
 */
async function openLayout(host: Host, workingDirectory: string, name: string, directory: string) {
  const workspace = await workspaceRoots(host, workingDirectory)
  const anywhere = { roots: [parse(directory).root], temporary: host.temporary }
  const guard = (await guardIn(host, workspace, directory)) ?? anywhere
  const store = directoryStore(name, directory, guard)
  try {
    if ((await store.extent('oci-layout', 0)) === null)
      throw refused(name, 'it is a directory without oci-layout')
    return await layoutSource(store)
  } catch (cause) {
    throw asUnreadable(name, cause)
  }
}

/** A path with a colon is itself where it exists, and otherwise ends in a tag. */
async function placeOf({ path, name }: Extract<NamedBase, { kind: 'layout' }>) {
  if (await isDirectory(path, name)) return { path, tag: null }
  const { name: place, tag } = cutAtLastColon(path)
  if (tag !== null && tag !== '' && (await isDirectory(place, name))) return { path: place, tag }
  throw refused(name, 'there is no such directory')
}

async function isDirectory(path: string, name: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return true
    throw refused(name, 'it is a file')
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(errorCode(cause))) return false
    throw refused(name, whyNotRead(cause), cause)
  }
}

function refused(name: string, why: string, cause?: unknown): Failure {
  return new Failure(
    'bad-input',
    {
      what: clause`${input('base')} "${name}" cannot be used`,
      why: clause`${why}`,
      fix: clause`write scratch, an image such as alpine:3.22, or the path of an OCI layout`,
    },
    { cause, fields: { input: 'base', value: name } },
  )
}

async function platformOnBase(
  host: Host,
  spec: PlatformSpec,
  { source, inheritsUser, key, bases, ...opened }: Opened,
): Promise<PlatformOnBase & { readonly on: BaseImage }> {
  const { platform, config } = spec
  const started = startedPaths({
    entrypoint: config.entrypoint ?? [],
    args: config.args,
    workdir: config.workdir ?? '/',
  })
  const on = await bases(JSON.stringify([key, platform, [...started].sort()]), () =>
    openBase(host, source, { ...opened, platform, started }),
  )
  checkAccounts(on, config.accounts)
  const inherited = inherit(config, on, inheritsUser ? userOf(on) : config.user)
  const annotations = { ...baseAnnotations(on, on.digest), ...config.annotations }
  return { ...spec, on, config: { ...inherited, annotations } }
}

/** @throws Failure `bad-input` for a name or a uid that the base gives to a user of its own */
function checkAccounts({ name, tree }: BaseImage, accounts: readonly AccountSpec[]): void {
  const taken = takenAccount(tree, accounts)
  if (taken === null) return
  const { account, by } = taken
  const value = `${account.name}:${account.uid}`
  throw new Failure(
    'bad-input',
    {
      what: clause`${input('accounts')} "${value}" has the ${by} of a user of ${name}`,
      fix: clause`write another ${by}, or leave the account out and write ${input('user', String(account.uid))}`,
    },
    { fields: { input: 'accounts', value } },
  )
}

/** Characters of what a base says of itself. */
const LONGEST = 200

/** @throws Failure `unreadable-image` for a name that its accounts do not list */
function userOf({ name, tree, config }: BaseImage): User {
  const user = userIn(tree, config.user)
  if (user.ok) return user.value
  throw new Failure(
    'unreadable-image',
    {
      what: clause`${name} ${shorten(printable(user.problem), LONGEST)}`,
      fix: clause`write numbers with ${input('user', '65532:65532')}`,
    },
    { fields: { thing: name } },
  )
}

function warnOfRoot({ log }: Host, base: NamedBase, { platforms: [{ config }] }: ImageOnBase): void {
  if (!base.inheritsUser || config.user.uid !== 0) return
  log.notice(
    clause`the image runs as root, as ${base.name} does; write ${input('user', '65532:65532')} for a user without rights`,
  )
}
