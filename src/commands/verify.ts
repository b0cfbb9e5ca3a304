import path from 'node:path'
import { clause } from '../clause.ts'
import type { VerifySpec } from '../declare/declare-verify.ts'
import { formatPlatform } from '../declare/platform.ts'
import { Failure, reasonOf } from '../failure.ts'
import { withCheckout } from '../host/checkout.ts'
import { fetchCommit } from '../host/fetch-commit.ts'
import { withoutDrivers } from '../host/git-drivers.ts'
import { runGit } from '../host/git.ts'
import type { Host } from '../host/host.ts'
import type { Progress } from '../host/progress.ts'
import type { PlatformVerification, Verification } from '../verify/verification.ts'
import { cannotVerify } from './steps/verify/cannot-verify.ts'
import { compareBuilds } from './steps/verify/compare-builds.ts'
import { openToVerify } from './steps/verify/open-to-verify.ts'
import { type FoundBuild, readBuild } from './steps/verify/read-build.ts'
import { ownClone } from './steps/verify/own-clone.ts'
import { rebuild } from './steps/verify/rebuild.ts'
import { unpacker } from './steps/unpacker.ts'

/**
 * Builds an image again from the commit and with the settings that it names, and compares the two. It writes nothing
 * but its own temporary files.
 *
 * @throws Failure where this cannot be done. A difference is not a failure.
 */
export async function verify(
  host: Host,
  text: string,
  spec: VerifySpec,
  progress: Progress,
): Promise<Verification> {
  progress.say(`reading ${text}`)
  const image = await openToVerify(host, text, spec)
  const unpack = unpacker(host)
  const directory = path.resolve(host.cwd, spec.workingDirectory)
  const builds: FoundBuild[] = []
  for (const platform of image.platforms) {
    const name =
      image.platforms.length === 1 ? image.name : `${image.name} (${formatPlatform(platform.platform)})`
    builds.push(await readBuild(name, platform, unpack))
  }
  const [first] = builds
  if (first === undefined) throw new Error(`${image.name} has no platform that was asked for`)
  await noteChanges(host, directory, first)
  const platforms: PlatformVerification[] = []
  for (const build of builds) {
    const { platform } = build.record
    const go = build.annotation.settings.go ?? 'Go'
    progress.say(`building ${build.revision.slice(0, 7)} again for ${formatPlatform(platform)} with ${go}`)
    platforms.push(await verifyBuild(host, directory, build, spec))
  }
  return {
    name: image.name,
    digest: image.digest ?? first.digest,
    platforms,
    others: image.others.map(formatPlatform),
  }
}

async function verifyBuild(
  host: Host,
  directory: string,
  build: FoundBuild,
  { own }: VerifySpec,
): Promise<PlatformVerification> {
  await haveCommit(host, directory, build)
  return withCheckout(host, directory, build.revision, async worktree => {
    const { record, revision } = build
    const checkout = record.vcs ? await ownClone(host, worktree, revision) : worktree
    return compareBuilds(build, await rebuild(host, build, checkout, own))
  })
}

/** @throws Failure where the clone has no such commit, and its remote neither */
async function haveCommit(host: Host, directory: string, { name, revision }: FoundBuild): Promise<void> {
  try {
    await fetchCommit(host, directory, revision)
  } catch (cause) {
    if (!(cause instanceof Failure) || cause.fields.commit === undefined) throw cause
    throw cannotVerify(
      name,
      clause`this clone does not have the commit ${revision.slice(0, 7)} that it was built from, and ${reasonOf(cause)}`,
      { fix: clause`run this in a clone of its repository`, cause, fields: { commit: revision } },
    )
  }
}

/** The commit is built, so changes of the clone do not count. Someone may expect that they do. */
async function noteChanges(host: Host, directory: string, { revision }: FoundBuild): Promise<void> {
  const config = await withoutDrivers(host, directory)
  const status = ['status', '--porcelain', '--untracked-files=no', '--ignore-submodules=all']
  const { exitCode, stdout } = await runGit(host, directory, status, { config })
  if (exitCode === 0 && stdout.trim() !== '')
    host.log.notice(
      clause`this checkout has changes that are not committed; they do not count, because commit ${revision.slice(0, 7)} is built`,
    )
}
