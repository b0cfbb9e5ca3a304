import { sentenceText } from '../../clause.ts'
import { terminalHost, terminalStyle, type Terminal } from '../../host/terminal.ts'
import type { Log } from '../../host/log.ts'
import { waitOn } from '../../host/wait.ts'
import { failureJson } from '../../report/failure-json.ts'
import { weighInJson } from '../../report/json.ts'
import { placeName, runCommand, runHints } from '../../report/run-command.ts'
import type { Screen } from '../../report/screen.ts'
import { verdictLines } from '../../report/terminal.ts'
import { whereLines } from '../../report/where-lines.ts'
import { exitCodeOf } from '../../report/gate.ts'
import { askedOf, type BuiltImage, buildImages } from '../build-images.ts'
import { changedImages } from '../changed-images.ts'
import { declareRun } from '../declare.ts'
import type { ExitCode } from '../exit-code.ts'
import { tellFailure } from '../tell-failure.ts'
import { tellOnTerminal } from './tell-on-terminal.ts'
import { writeReports } from '../write-reports.ts'
import { writeSboms } from '../write-sboms.ts'
import type { Asked } from './asked.ts'

export async function runBuild(terminal: Terminal, log: Log, { given, json }: Asked): Promise<ExitCode> {
  const { wait, log: over } = waitOn(terminal.stderr, terminal.env, log)
  const screen: Screen = terminalStyle(json ? terminal.stderr : terminal.stdout, terminal.env)
  try {
    const host = terminalHost(terminal, over)
    const declared = await declareRun(host, given)
    const changed = await changedImages(host, given, declared)
    if (changed === null) return 0
    const { images, run, piece } = changed
    const { built, failed, weighIn, gate } = await buildImages(host, images, {
      asked: askedOf(declared),
      screen,
      wait,
      tell: (own, thrown) => tellFailure(own.log, thrown, own.surface),
    })
    if (weighIn === null) {
      // A script that asked for JSON gets the first of the failures; the log has all.
      if (json) terminal.stdout.write(failureJson(failed[0]?.thrown, host.surface, text => log.hide(text)))
      return 2
    }
    for (const line of ['', ...verdictLines(weighIn, screen)]) host.log.info(line)
    for (const line of placeLines(built, images.length > 1, screen)) host.log.info(line)
    if (built.some(({ published }) => published !== null) && run.pushReason !== null)
      host.log.info(`\n${sentenceText(run.pushReason, host.surface)}`)
    const failure = failed.length > 0 ? null : (built[0]?.published?.failure ?? null)
    if (failure !== null) tellFailure(host.log, failure, host.surface)
    if (piece !== undefined) {
      const { writePieceResult } = await import('../write-result.ts')
      await writePieceResult(host, piece, built)
    }
    if (run.report !== null)
      await writeReports(
        run.report,
        weighIn,
        built.flatMap(({ depths }) => depths),
      )
    for (const { declared, sboms } of built) await writeSboms(declared.sboms, sboms)
    if (json) terminal.stdout.write(weighInJson(weighIn))
    if (failure !== null || failed.length > 0) return 2
    if (!gate.pass) host.log.error(gate.sentence)
    return exitCodeOf(gate)
  } catch (error) {
    tellOnTerminal(terminal, log, { json }, error)
    return 2
  }
}

/** Where each image is. A single one comes with the command that runs it. */
function placeLines(built: readonly BuiltImage[], several: boolean, screen: Screen): readonly string[] {
  const places = built.flatMap(image => (image.published?.places ?? []).map(place => ({ ...image, place })))
  const widest = Math.max(0, ...places.map(({ place }) => placeName(place).length))
  const lines = places.flatMap(({ name, root, declared, place }) => {
    const command = runCommand(name, place, runHints(declared.spec.platforms[0]))
    const padding = several ? widest : 0
    const [where = '', run = ''] = whereLines(placeName(place).padEnd(padding), root.digest, command, screen)
    return several ? [where] : ['', where, run]
  })
  return several && lines.length > 0 ? ['', ...lines] : lines
}
