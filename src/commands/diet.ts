import { formatPlatform } from '../declare/platform.ts'
import type { PlatformSpec } from '../declare/spec.ts'
import { candidatesFor, type AsItIs, untriedTags } from '../diet/candidates.ts'
import type { Change } from '../diet/change.ts'
import type { Diet, NewerGo } from '../diet/diet.ts'
import { findingsOf, type Tried, worthTogether } from '../diet/findings.ts'
import type { DietWeight } from '../diet/weight.ts'
import type { Host } from '../host/host.ts'
import { inParallel } from '../host/in-parallel.ts'
import type { Progress } from '../host/progress.ts'
import { quietLog } from '../host/quiet-log.ts'
import { isolationsOf } from '../isolation/isolation.ts'
import { changesTitle } from '../report/diet-words.ts'
import type { GoToolchain } from '../tools/go-toolchain.ts'
import { newerGo } from '../toolchain/newer-go.ts'
import { readFiles } from './steps/files.ts'
import { openBaseOf } from './steps/open-bases.ts'
import { lookInto, type LookedInto } from './steps/diet/look-into.ts'
import { resolveTools, type Tools } from './steps/tools.ts'
import { buildUnpublished, type Setup, tryChanges, type TriedImage } from './steps/diet/try-changes.ts'

/**
 * Finds what would make a service smaller. Builds it unchanged, then with each change that is worth a try, then with
 * all changes that helped. Writes only to this run's own directory and to the cache of packed binaries.
 *
 * @throws Failure where the service cannot be built unchanged
 */
export async function diet(host: Host, asked: PlatformSpec, progress: Progress): Promise<Diet> {
  const spec = await openBaseOf(host, asked)
  const userFiles = await readFiles(host, spec)
  const tools = await resolveTools(host, spec)
  const go = requireGo(tools)
  const setup: Setup = { spec, tools, isolations: isolationsOf(host), userFiles }
  const quiet: Host = { ...host, log: quietLog(host.log) }
  progress.say('building it as it is')
  const asking = askForNewerGo(quiet, spec, go)
  // Compiling may fail first, and then nothing awaits this promise.
  asking.catch(() => {})
  const asItIs = await buildUnpublished(quiet, setup)

  progress.say('looking into its packages')
  const lookedInto = await lookInto(quiet, spec, go, asItIs.binaries)
  const { tags, imports, deadCode, newerModules } = lookedInto
  const newer = await asking
  const candidates = candidatesFor(factsOf(spec, asItIs, lookedInto, newer))
  const tried = await tryEach(host, setup, asItIs.weight, candidates, progress)

  const together = worthTogether(findingsOf(asItIs.weight, tried))
  if (together.length > 0) progress.say(`trying ${changesTitle(together)}`)
  const all = together.length === 0 ? [] : [await tryChanges(host, setup, asItIs.weight, together)]
  return {
    name: spec.name ?? asItIs.binaries[0]?.linked.name ?? '',
    platform: formatPlatform(spec.platform),
    go: go.version,
    asItIs: asItIs.weight,
    findings: findingsOf(asItIs.weight, [...all, ...tried]),
    untried: untriedTags(tags),
    newerGo: newer,
    modulesUnknown: newerModules.unknown,
    imports,
    deadCode,
  }
}

function requireGo({ go }: Tools): GoToolchain {
  if (go === null) throw new Error('a diet is of what Go compiles, and no Go was resolved')
  return go
}

async function askForNewerGo(
  host: Host,
  { go, workingDirectory }: PlatformSpec,
  current: GoToolchain,
): Promise<NewerGo> {
  const newer = await newerGo(host, go, current, workingDirectory)
  if (!newer.ok) return { status: 'unknown', reason: newer.problem }
  return newer.value === null ? { status: 'newest' } : { status: 'tried', version: newer.value }
}

/** Tries the changes, as many at the same time as there are cores. */
async function tryEach(
  host: Host,
  setup: Setup,
  asItIs: DietWeight,
  candidates: readonly Change[],
  progress: Progress,
): Promise<readonly Tried[]> {
  return inParallel(host.cores, [...candidates.entries()], async ([index, change]) => {
    progress.say(`trying ${index + 1} of ${candidates.length}: ${changesTitle([change])}`)
    return tryChanges(host, setup, asItIs, [change])
  })
}

function factsOf(
  spec: PlatformSpec,
  { binaries, base, weight }: TriedImage,
  { tags, newerModules, experiments }: LookedInto,
  newer: NewerGo,
): AsItIs {
  const { certificates, zones, zoneFiles = [] } = base.contents
  return {
    spec,
    packed: weight.packed,
    certificates: certificates !== null,
    timezones: zones !== null || zoneFiles.length > 0,
    needs: {
      certificates: binaries.some(({ executable: { needs } }) => needs?.certificates ?? true),
      timezones:
        spec.config.env['TZ'] !== undefined ||
        binaries.some(({ executable: { needs } }) => needs?.timezones ?? true),
    },
    tags,
    newerGo: newer.status === 'tried' ? newer.version : null,
    newerModules: newerModules.found,
    experiments,
  }
}
