// Checks that package-lock.json is whole: `npm ci` must work on a new machine, with nothing cached and no install script.
// `--complete` writes the versions that npm leaves out. npm does that for an optional package of another system when the
// registry that it asked does not serve it, and then refuses its own lock with "Invalid Version".
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Packages whose install scripts only check or build again what an optional package already carries. */
const scriptsNotNeeded = new Set(['@parcel/watcher', '@swc/core', 'esbuild'])

/** @param {string} place a key of `packages`, such as `node_modules/a/node_modules/@b/c` */
const nameOf = place => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** The places that Node searches for a package, seen from a place: its own node_modules, then each outer one. */
function* lookups(place, name) {
  for (let from = place; ; from = from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1))) {
    yield path.posix.join(from, 'node_modules', name)
    if (from === '') return
  }
}

/** The dependencies of a place that npm must install, each with its range. An optional peer is left out, and so is what a package needs only for its own development. */
function wanted(place, entry) {
  const optional = entry.optionalDependencies ?? {}
  const required = {
    ...entry.dependencies,
    ...(place === '' ? entry.devDependencies : {}),
    ...Object.fromEntries(
      Object.entries(entry.peerDependencies ?? {}).filter(
        ([name]) => entry.peerDependenciesMeta?.[name]?.optional !== true,
      ),
    ),
  }
  return { ...required, ...optional }
}

/** A version as npm writes it into a lock. */
const exact = /^\d+\.\d+\.\d+(-[\w.-]+)?(\+[\w.-]+)?$/

/** The systems that this project is developed and tested on: npm installs there whatever fits one of them. */
const developedOn = [
  { os: 'linux', cpu: 'x64', libc: 'glibc' },
  { os: 'linux', cpu: 'arm64', libc: 'glibc' },
]

/** npm's rule for `os`, `cpu` and `libc`: one word or a list, and `!` in front of a word excludes it. */
function allows(list, word) {
  const words = [list ?? []].flat()
  const excluded = words.filter(entry => entry.startsWith('!'))
  return !excluded.includes(`!${word}`) && (excluded.length === words.length || words.includes(word))
}

const installedHere = entry =>
  developedOn.some(system => ['os', 'cpu', 'libc'].every(key => allows(entry[key], system[key])))

/**
 * Every reason why `npm ci` could fail on a new machine, or could leave out what the scripts need. Empty if the lock is
 * whole. `manifests` are the package.json of each place that is a directory of this repository, the project's own at ''.
 */
export function problems(lock, manifests = {}) {
  if (lock.packages === undefined) return ['the lock has no packages: npm 6 or older wrote it']
  const found = Object.entries(manifests).flatMap(([place, manifest]) =>
    outOfStep(place, lock.packages[place] ?? {}, manifest),
  )
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(wanted(place, entry))) {
      const at = [...lookups(place, name)].find(candidate => lock.packages[candidate] !== undefined)
      const version = lock.packages[at]?.version
      if (at === undefined)
        found.push(`${place || 'the project'} needs ${name}, which the lock does not have`)
      else if (exact.test(range) && version !== undefined && version !== range)
        found.push(`${place || 'the project'} needs ${name} ${range}, and the lock has ${version}`)
    }
    if (place === '' || entry.link === true) continue
    found.push(...problemsOf(place, entry))
  }
  return found
}

function problemsOf(place, entry) {
  // What lies in its parent's archive has no hash of its own.
  const fetched = place.includes('node_modules/') && entry.inBundle !== true
  const problem = [
    [entry.version === undefined, 'has no version'],
    [
      entry.version !== undefined && !exact.test(entry.version),
      `has "${entry.version}" for a version, which npm cannot read`,
    ],
    [entry.resolved !== undefined, `names the server it came from (${entry.resolved})`],
    [fetched && entry.integrity === undefined && installedHere(entry), 'has no integrity'],
    [
      fetched && entry.integrity === undefined && entry.optional !== true && !installedHere(entry),
      'has no integrity and is not optional',
    ],
    [
      entry.hasInstallScript === true && !scriptsNotNeeded.has(nameOf(place)),
      'has an install script, and npm 12 does not run it',
    ],
  ]
  return problem.filter(([holds]) => holds).map(([, words]) => `${place} ${words}`)
}

/** `npm ci` refuses a lock whose ranges are not those of package.json. */
function outOfStep(place, entry, manifest) {
  return ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap(kind => {
    const [locked, asked] = [entry[kind] ?? {}, manifest[kind] ?? {}]
    const names = [...new Set([...Object.keys(locked), ...Object.keys(asked)])]
    return names
      .filter(name => locked[name] !== asked[name])
      .map(
        name =>
          `${path.posix.join(place, 'package.json')} has ${asked[name] ?? 'nothing'} for ${name} in ${kind}, and the lock has ${locked[name] ?? 'nothing'}`,
      )
  })
}

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64']

/** What a name such as `binding-linux-arm64-musl` says of the system: what npm skips the package by. */
export function systemOf(name) {
  const words = name.split(/[-/]/)
  const os = systems.find(system => words.includes(system))
  const cpu = processors.find(processor => words.includes(processor))
  if (os === undefined || cpu === undefined) throw new Error(`${name} does not say for which system it is`)
  const libc = words.some(word => word.startsWith('musl'))
    ? ['musl']
    : os === 'linux' && words.some(word => word.startsWith('gnu'))
      ? ['glibc']
      : undefined
  return { os: [os], cpu: [cpu], ...(libc === undefined ? {} : { libc }) }
}

/**
 * The lock with what npm left out: the version of an optional package, which its parent names exactly, and the C library
 * of a Linux package, without which npm fetches those of another one too.
 */
export function complete(lock) {
  const packages = Object.fromEntries(
    Object.entries(lock.packages).map(([place, entry]) => [place, completed(lock, place, entry)]),
  )
  return { ...lock, packages }
}

function completed(lock, place, entry) {
  if (!place.includes('node_modules/') || entry.link === true) return entry
  const name = nameOf(place)
  if (entry.version !== undefined) {
    const isOfLinux = entry.optional === true && [entry.os].flat().includes('linux')
    const { libc } = isOfLinux && entry.libc === undefined ? systemOf(name) : {}
    return libc === undefined ? entry : { ...entry, libc }
  }
  const parent = lock.packages[place.slice(0, place.lastIndexOf('/node_modules/'))]
  const version = parent?.optionalDependencies?.[name]
  if (version === undefined || !exact.test(version))
    throw new Error(`${place}: no package above it names an exact version of it`)
  return { version, ...entry, ...systemOf(name) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
  const file = path.join(root, 'package-lock.json')
  const read = name => JSON.parse(readFileSync(path.join(root, name), 'utf8'))
  if (process.argv.includes('--complete'))
    writeFileSync(file, `${JSON.stringify(complete(read('package-lock.json')), null, 2)}\n`)
  const lock = read('package-lock.json')
  const places = Object.keys(lock.packages ?? {}).filter(place => !place.includes('node_modules/'))
  const found = problems(
    lock,
    Object.fromEntries(places.map(place => [place, read(path.join(place, 'package.json'))])),
  )
  for (const problem of found) console.error(problem)
  if (found.length > 0) {
    console.error(
      'npm ci would fail on a new machine, or leave out what is needed. See "Adding a dependency" in CONTRIBUTING.md.',
    )
    process.exit(1)
  }
}
