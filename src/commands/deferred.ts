/**
 * What a build does not need before its compiler runs, and what other commands need. Loading it takes half as long as
 * Node takes to start, so a build loads it while Go compiles. It is one module, because a bundle in more parts has more
 * files to find.
 */
export { headline, stageLine } from '../report/stage-line.ts'
export {
  assembleStage,
  baseStage,
  binariesStage,
  compileStage,
  needsStage,
  packingStage,
  packStage,
  programStage,
  proveStage,
  provingStage,
  pushStage,
  smokeStage,
} from '../report/stages.ts'
export { gate } from '../report/gate.ts'
export { judgeImages } from './steps/build/judge-images.ts'
export { assembleImage } from './steps/assemble.ts'
export { contentsOf, readBase } from './steps/base.ts'
export { openBases } from './steps/open-bases.ts'
export { checkBuild } from './steps/build/check-build.ts'
export { checkSubjects } from './steps/build/check-subjects.ts'
export { publish } from './steps/build/publish.ts'
export { writeBinaries } from './steps/build/write-binaries.ts'
export { readBinaries } from './steps/read.ts'
export { readFilePrograms, withShippedPrograms } from './steps/file-programs.ts'
export { allShipped, beginShipping } from './steps/ship.ts'
export { sbomOf } from './steps/sbom.ts'
export { smokeTestImage } from './steps/build/smoke.ts'
export { weighImage } from './steps/weigh.ts'
export { NOT_ASKED, weighInOf } from './steps/weigh-in.ts'
export { isolationsOf } from '../isolation/isolation.ts'
export { runDiet } from './terminal/diet.ts'
export { runWeigh } from './terminal/weigh.ts'
export { runUnpack } from './terminal/unpack.ts'
export { runDiff } from './terminal/diff.ts'
export { authenticate, requireAll } from '../registry/session.ts'
export { readBaseline } from './steps/baseline/read-baseline.ts'
export { checkZone } from './steps/zones.ts'
