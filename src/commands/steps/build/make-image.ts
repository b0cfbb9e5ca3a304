import { formatPlatform } from '../../../declare/platform.ts'
import type { Host } from '../../../host/host.ts'
import type { Begin } from '../../../host/side-work.ts'
import type { Isolations } from '../../../isolation/isolation.ts'
import type { Wait } from '../../../host/wait.ts'
import type { Entry } from '../../../image/entry.ts'
import type { Session } from '../../../registry/session.ts'
import type { Screen } from '../../../report/screen.ts'
import type { StageLine } from '../../../report/stage-line.ts'
import type { GoToolchain } from '../../../tools/go-toolchain.ts'
import type { Clock } from '../../clock.ts'
import { refuseEarly } from '../baseline/find.ts'
import type { FoundBaseline } from '../baseline/found.ts'
import { arrangeFiles } from '../files.ts'
import type { PlatformOnBase } from '../platform-on-base.ts'
import type { Shipping, ToShip } from '../ship.ts'
import type { Tools } from '../tools.ts'
import { checkStart } from './check-start.ts'
import type { MadeImage } from './made-image.ts'
import type { Twins } from './twins.ts'

type Steps = typeof import('../../deferred.ts')

/** What all platforms of a run share, and what goes on beside the compiler. */
export interface Making {
  /** What the image is called; `null`: as its first binary. */
  readonly called: string | null
  readonly twins: Twins
  readonly go: GoToolchain | null
  readonly resolving: Promise<Omit<Tools, 'go'>>
  /** What is not needed before the compiler runs, being loaded. */
  readonly loading: Promise<Steps>
  readonly isolations: Promise<Isolations>
  readonly userFiles: readonly Entry[]
  readonly baseline: Promise<FoundBaseline>
  readonly access: Promise<Session | null>
  /** Whether this is the only platform: a limit on something that it does not have is then refused before packing. */
  readonly isAlone: boolean
  /** Whether its output comes first. */
  readonly isFirst: boolean
  readonly clock: Clock
  readonly screen: Screen
  readonly wait: Wait
  readonly begin: Begin
}

/** Makes the image for one platform: compile, read, pack, prove, assemble, weigh. */
export async function makeImage(host: Host, spec: PlatformOnBase, making: Making): Promise<MadeImage> {
  const { go, userFiles, baseline, clock, screen, wait, begin, twins } = making
  const linking = begin(
    clock.time(
      'compile',
      twins.link(host, spec, go, mains => checkStart(spec, userFiles, mains)),
    ),
  )
  const [service, packing, steps] = await Promise.all([linking, making.resolving, making.loading])
  const say = (line: StageLine) => host.log.info(steps.stageLine(line, screen))
  const tools: Tools = { go, ...packing }
  const linked = service.binaries
  const name = making.called ?? linked[0].name
  const headline = steps.headline(name, formatPlatform(spec.platform), screen)
  host.log.info(`${making.isFirst ? '' : '\n'}${headline}\n`)
  if (spec.on !== undefined) {
    const sizes = spec.on.layers.map(({ size }) => size)
    say(steps.baseStage(spec.on, sizes))
  }

  const given = arrangeFiles(spec, userFiles, linked)
  const programs = await steps.readFilePrograms(host, spec, given, linked)
  const binaries = await clock.time(
    'read',
    twins.read(spec, () => steps.readBinaries(linked, spec.platform, service.embedded)),
  )
  const packages = making.isAlone
    ? await steps.checkSubjects(host, spec, { service, binaries, baseline, name })
    : []
  say(steps.compileStage(go, binaries, clock.ms('compile')))
  await steps.checkBuild(host, spec, service, binaries)
  // A registry that refuses, or a baseline that is not one, is reported before the minutes that packing takes.
  await making.access
  await refuseEarly(baseline)

  const base = await steps.readBase(host, spec, go, binaries, given)
  const isolations = await making.isolations
  const shipping = twins.ship(host, spec, own =>
    steps.beginShipping(own, spec, tools.packer, { binaries, programs }, isolations),
  )
  for (const { shipped } of shipping) void begin(shipped)
  const saying = { say, wait, screen, programs, ...(spec.on === undefined ? {} : { on: spec.on }) }
  const [all] = await Promise.all([steps.allShipped(shipping), reportShipping(steps, shipping, saying)])
  for (const { packMs, proveMs } of all) {
    clock.add('pack', packMs)
    clock.add('prove', proveMs)
  }

  const shipped = all.slice(0, binaries.length)
  const shippedPrograms = all.slice(binaries.length)
  const files = steps.withShippedPrograms(given, shippedPrograms)
  const sbom = steps.sbomOf(spec, [...binaries, ...programs], all)
  const parts = { base, files, binaries, shipped, programs: shippedPrograms, sbom }
  const image = await clock.time('assemble', steps.assembleImage(spec, tools, parts))
  const weight = await steps.weighImage(host, spec, tools, parts, image)
  say(steps.assembleStage(steps.contentsOf(base, files, shipped, spec), weight.sizes))
  return { spec, name, image, sbom, weight, binaries, shipped, service, baseline, packages, clock }
}

/** Reports one binary after the other, in their order: how it was packed and proven, and what it needs. */
async function reportShipping(
  steps: Steps,
  shipping: readonly Shipping[],
  {
    say,
    wait,
    screen,
    programs,
    on,
  }: Pick<Making, 'screen' | 'wait'> &
    Pick<PlatformOnBase, 'on'> &
    Pick<ToShip, 'programs'> & { readonly say: (line: StageLine) => void },
): Promise<void> {
  const packing = (ms: number) => steps.stageLine(steps.packingStage(ms), screen)
  const proving = (ms: number) => steps.stageLine(steps.provingStage(ms), screen)
  const firstProgram = shipping.length - programs.length
  for (const [at, { linkedSize, packed, shipped }] of shipping.entries()) {
    const program = programs[at - firstProgram]
    if (program !== undefined) say(steps.programStage(program))
    const { pack, size, packMs } = await wait(packed, packing)
    say(steps.packStage({ linkedSize, shippedSize: size, pack }, packMs))
    const { weight, proveMs } = await wait(shipped, proving)
    say(steps.proveStage(weight, proveMs))
    // The proof refused what the packer made.
    if (weight.pack.status !== pack.status) say(steps.packStage(weight, null))
    for (const line of steps.needsStage(weight, on)) say(line)
  }
}
