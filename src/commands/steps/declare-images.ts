import { clause, type Message } from '../../clause.ts'
import { conflicts } from '../../declare/images-file/conflicts.ts'
import {
  gateOfStep,
  type ImageGiven,
  imageGiven,
  sharedByImages,
} from '../../declare/images-file/image-given.ts'
import {
  firstProblems,
  placedProblem,
  problemOfFile,
  problemOfImage,
} from '../../declare/images-file/placed-problem.ts'
import { selectImages } from '../../declare/images-file/select-images.ts'
import { flagsOfStep, variablesOfStep } from '../../declare/images-file/variables-of-file.ts'
import type { Given } from '../../declare/given.ts'
import { workingDirectoryOf } from '../../declare/image-spec.ts'
import { input } from '../../declare/input-part.ts'
import { type Problem, problemsFailure, wrongInput } from '../../declare/problem.ts'
import type { RunSpec } from '../../declare/run-spec.ts'
import type { ImageSpec } from '../../declare/spec.ts'
import type { Surroundings } from '../../declare/surroundings.ts'
import { tagsWanted } from '../../declare/tags-wanted.ts'
import { Failure } from '../../failure.ts'
import { findCheckout } from '../../host/find-checkout.ts'
import type { Host } from '../../host/host.ts'
import { once } from '../../host/once.ts'
import { placeInCheckout, readSurroundings } from '../../host/repository.ts'
import type { Plan } from '../../plan/plan.ts'
import { checkSource, declareOne, leftOut } from './declare-image.ts'
import type { FoundImages } from './images-file.ts'
import { runOfImages } from './run-of-images.ts'
import { pathsOutside } from './paths-in-place.ts'

/** One of the images that a run makes. */
export interface DeclaredImage {
  /** Its key in bantam.yaml; `null` for the only image of a run without that file. */
  readonly key: string | null
  readonly spec: ImageSpec
  /** Absolute path of the SBOM of each platform; empty: none is written. */
  readonly sboms: readonly string[]
}

/** What the user asks for of a run: one image, or those of bantam.yaml. */
export interface DeclaredRun {
  readonly images: readonly [DeclaredImage, ...DeclaredImage[]]
  readonly run: RunSpec
  /** The file that the images are from; `null` for the image of the inputs. */
  readonly file: FoundImages | null
  /** Left out where the run builds all of its images. */
  readonly piece?: DeclaredPiece
}

/** The piece of a plan that a run builds. */
export interface DeclaredPiece {
  readonly plan: Plan
  /** Absolute path of the result to write. */
  readonly result: string
}

/**
 * Declares the images of the file that the run is asked for.
 *
 * @throws Failure `bad-input` with every problem of every image, each with its place
 */
export async function declareImages(host: Host, given: Given, found: FoundImages): Promise<DeclaredRun> {
  const { name, directory, root, file, faults } = found
  const selected = selectImages(given, file.images, name)
  const several = selected.images.length > 1
  const cannotShare = several ? sharedByImages(given, name) : []
  const ofRun = [...given.problems, ...selected.problems, ...cannotShare]
  const warn = warner(host)
  const surroundingsOf = surroundingsReader(host, warn)
  const tried: Tried[] = []
  for (const entry of selected.images) {
    const image = imageGiven(given, file, entry, { directory, cwd: host.cwd })
    tried.push({ image, ...(await tryImage(host, image, { surroundingsOf, warn, root })) })
  }
  const shared = (problem: Problem) =>
    tried.every(({ problems }) => problems.some(other => sameProblem(other, problem)))
  const ofImages = tried.flatMap(({ image, problems }) =>
    problems.map(problem => {
      const placed = placedProblem(name, problem, image)
      return placed !== problem || shared(problem) ? placed : problemOfImage(name, image.entry, problem)
    }),
  )
  const declared = tried.flatMap(({ image, declared: one }) =>
    one === null ? [] : [{ key: image.entry.key, spec: one.spec, sboms: one.run.sboms }],
  )
  // What all images were given explains best why two of them are at odds.
  const pairs = cannotShare.length > 0 ? [] : conflicts(declared)
  const ofPairs = pairs.flatMap(({ key, problem }) => {
    const image = tried.find(one => one.image.entry.key === key)?.image
    if (image === undefined) return []
    const placed = placedProblem(name, problem, image)
    return [placed === problem ? problemOfImage(name, image.entry, problem) : placed]
  })
  const inFile = [...faults.map(fault => problemOfFile(name, fault)), ...ofImages, ...ofPairs]
  const problems = [...ofRun, ...inFile.toSorted(byLocation)]
  const [first, ...others] = declared
  const run = tried[0]?.declared?.run
  if (problems.length > 0 || first === undefined || run === undefined)
    throw problemsFailure(
      problems.length > 0
        ? firstProblems(name, problems)
        : [wrongInput('config', 'has no image to build; write one below images')],
    )
  const images = [first, ...others] as const
  return { images, run: runOfImages(host, given, run, images), file: found }
}

interface Tried {
  readonly image: ImageGiven
  readonly declared: { readonly spec: ImageSpec; readonly run: RunSpec } | null
  readonly problems: readonly Problem[]
}

type SurroundingsOf = (given: Given) => Promise<Surroundings>

type Warn = (message: Message) => void

/** Says the same of many images once. */
function warner({ log }: Host): Warn {
  const said = new Set<string>()
  return message => {
    const key = JSON.stringify(message)
    if (!said.has(key)) log.warning(message)
    said.add(key)
  }
}

/** Git is asked once for each checkout and each kind of question; where an image lies in it is its own. */
function surroundingsReader(host: Host, warn: Warn): SurroundingsOf {
  const read = once<Surroundings>()
  return async given => {
    const directory = workingDirectoryOf(given, host)
    const wanted = tagsWanted(given)
    const key = JSON.stringify([findCheckout(host, directory) ?? directory, wanted])
    const { within: _, ...surroundings } = await read(key, () => readSurroundings(host, directory, wanted))
    const { refused } = surroundings.repository
    if (refused !== null) warn(leftOut(refused))
    return { ...surroundings, ...placeInCheckout(host, directory) }
  }
}

async function tryImage(
  host: Host,
  image: ImageGiven,
  { surroundingsOf, warn, root }: { surroundingsOf: SurroundingsOf; warn: Warn; root: string },
): Promise<Omit<Tried, 'image'>> {
  const { given, fromFile, entry } = image
  const declared = await declareOne(host, given, await surroundingsOf(given), entry.key)
  if (!declared.ok) return { declared: null, problems: [...declared.problems, ...gateOfStep(given, image)] }
  const isFromFile = (problem: { readonly input: string }) =>
    [...fromFile.keys()].some(name => name === problem.input)
  const outside = (await pathsOutside(root, declared.spec, declared.run)).filter(isFromFile)
  const problems = [
    ...gateOfStep(given, image),
    ...outside,
    ...flagsOfStep(declared.spec.compile, name => fromFile.has(name)),
    ...(fromFile.has('build-env') ? variablesOfStep(declared.spec.compile.buildEnv) : []),
    ...pushesOfOthers(image, declared.spec),
    ...programsOf(host, declared.spec),
  ]
  const spec = withoutOthersLogin(warn, image, declared.spec)
  return problems.length > 0
    ? { declared: null, problems }
    : { declared: { spec, run: declared.run }, problems: [] }
}

function programsOf(host: Host, { platforms }: ImageSpec): readonly Problem[] {
  try {
    checkSource(host, platforms[0])
    return []
  } catch (cause) {
    if (!(cause instanceof Failure) || cause.code !== 'bad-input') throw cause
    return [{ input: cause.fields.input ?? '', value: '', clause: cause.clauses.what }]
  }
}

/** What says where an image is pushed to, or whom Bantam logs in to. */
const PUSH_SETTINGS = ['image', 'tags'] as const
const LOGIN_SETTINGS = [...PUSH_SETTINGS, 'base', 'baseline'] as const

/** The author of a pull request must not choose where the job's login pushes to. */
function pushesOfOthers({ fromFile }: ImageGiven, { othersCode, publish }: ImageSpec): readonly Problem[] {
  if (!othersCode || !publish.push) return []
  return PUSH_SETTINGS.filter(name => fromFile.has(name)).map(name =>
    wrongInput(
      name,
      clause`is in a file that the author of this change can write, and ${input('push', 'true')} would push there; write it in the step, for one image at a time with ${input('only')}`,
    ),
  )
}

/** The author of a pull request must not choose who is sent the password of the step. */
function withoutOthersLogin(warn: Warn, { fromFile }: ImageGiven, spec: ImageSpec): ImageSpec {
  const { publish, othersCode } = spec
  const [chosen] = LOGIN_SETTINGS.filter(name => fromFile.has(name))
  if (!othersCode || publish.credentials === null || chosen === undefined) return spec
  warn(
    clause`${input('registry-password')} is not used, since the author of this change can write ${chosen} in the file of images; use docker login, which is for one registry`,
  )
  return { ...spec, publish: { ...publish, credentials: null } }
}

function sameProblem(one: Problem, other: Problem): boolean {
  return JSON.stringify(one.clause) === JSON.stringify(other.clause)
}

/** Those without a place first. */
function byLocation({ location: one }: Problem, { location: other }: Problem): number {
  const [line = 0, otherLine = 0] = [one?.line, other?.line]
  return line - otherLine || (one?.column ?? 0) - (other?.column ?? 0)
}
