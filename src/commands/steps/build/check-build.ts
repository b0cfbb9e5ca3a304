import { clause } from '../../../clause.ts'
import { levelBeyond } from '../../../binary/foreign.ts'
import { findCgoStandIns } from '../../../compile/cgo-stand-ins.ts'
import { linkerFlags } from '../../../compile/go-flags.ts'
import { findIdleVariables } from '../../../compile/idle-variables.ts'
import { linkerWarnings } from '../../../compile/linker-warnings.ts'
import { linkerVariables } from '../../../declare/linker-variables.ts'
import { input } from '../../../declare/input-part.ts'
import { formatPlatform } from '../../../declare/platform.ts'
import type { PlatformSpec } from '../../../declare/spec.ts'
import { Failure } from '../../../failure.ts'
import type { Host } from '../../../host/host.ts'
import { describeStandIn, refuseStub } from '../../../report/cgo-words.ts'
import { describeIdleVariable } from '../../../report/idle-variable.ts'
import { describeLoaders } from '../../../report/linker-words.ts'
import type { LinkedService } from '../link.ts'
import type { ReadBinary } from '../read.ts'

/**
 * Reports what a successful build does not say by itself: stubs in place of cgo, a `-X` that sets nothing, and the
 * linker's warnings.
 *
 * @throws Failure `compile` for a package that is only a stub
 */
export async function checkBuild(
  host: Host,
  spec: PlatformSpec,
  { dependencies, output }: LinkedService,
  binaries: readonly ReadBinary[],
): Promise<void> {
  warnOfLevels(host, spec, binaries)
  if (dependencies === null) return
  const standIns = await findCgoStandIns(host, { spec: spec.compile, platform: spec.platform }, dependencies)
  const stub = standIns.find(({ isStub }) => isStub)
  if (stub !== undefined)
    throw new Failure('compile', refuseStub(stub), { fields: { module: stub.importPath } })
  for (const standIn of standIns) host.log.notice(describeStandIn(standIn))
  const idle = await findIdleVariables(host, linkerVariables(linkerFlags(host, spec.compile)), {
    dependencies,
    mains: binaries.flatMap(({ linked: { importPath } }) => importPath ?? []),
    binaries: binaries.map(({ bytes }) => bytes),
  })
  for (const variable of idle) host.log.warning(describeIdleVariable(variable))
  const { loaders, others } = linkerWarnings(output)
  for (const sentence of describeLoaders(loaders)) host.log.notice(sentence)
  if (others.length > 0) {
    host.log.notice('go build succeeded and printed warnings. They follow.')
    host.log.quote(others.join('\n'))
  }
}

/** A Go program exits at once on a processor that is older than the one it was built for. */
function warnOfLevels(host: Host, { platform }: PlatformSpec, binaries: readonly ReadBinary[]): void {
  for (const { linked, executable } of binaries) {
    const level = levelBeyond(executable.elf, executable.buildInfo, platform)
    if (level !== null)
      host.log.warning(
        clause`${linked.name} is built for ${level}, but the image is for ${formatPlatform(platform)}. It does not start on older processors. Write ${input('platforms', level)}, or build it for the older ones`,
      )
  }
}
