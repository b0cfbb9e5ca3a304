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

/** Dependencies of a place that npm must install. A peer that is optional and everything in devDependencies below the root is left out. */
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
  return [...Object.keys(required), ...Object.keys(optional)]
}

/** Every reason why `npm ci` could fail, or could leave out what the scripts need. Empty if the lock is whole. */
export function problems(lock) {
  const found = []
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const name of wanted(place, entry))
      if (![...lookups(place, name)].some(candidate => lock.packages[candidate] !== undefined))
        found.push(`${place || 'the project'} needs ${name}, which the lock does not have`)
    if (place === '' || entry.link === true) continue
    if (entry.version === undefined) found.push(`${place} has no version`)
    if (entry.resolved !== undefined) found.push(`${place} names the server it came from (${entry.resolved})`)
    if (entry.integrity === undefined && place.includes('node_modules/') && !skippedElsewhere(entry))
      found.push(`${place} has no integrity`)
    if (entry.hasInstallScript === true && !scriptsNotNeeded.has(nameOf(place)))
      found.push(`${place} has an install script, and npm 12 does not run it`)
  }
  return found
}

/** A package that npm skips on the machines that this project is developed on. Only such a package may lack its hash. */
const skippedElsewhere = entry =>
  entry.optional === true && (entry.os !== undefined || entry.cpu !== undefined || entry.libc !== undefined)

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

/** The lock with the versions that its own `optionalDependencies` name exactly. */
export function complete(lock) {
  const packages = Object.fromEntries(
    Object.entries(lock.packages).map(([place, entry]) => {
      if (place === '' || entry.link === true || entry.version !== undefined) return [place, entry]
      const name = nameOf(place)
      const parent = lock.packages[place.slice(0, place.lastIndexOf('/node_modules/'))]
      const version = parent?.optionalDependencies?.[name]
      if (version === undefined || !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        throw new Error(`${place}: no package above it names an exact version of it`)
      return [place, { version, ...entry, ...systemOf(name) }]
    }),
  )
  return { ...lock, packages }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  if (process.argv.includes('--complete')) writeFileSync(file, `${JSON.stringify(complete(lock), null, 2)}\n`)
  const found = problems(JSON.parse(readFileSync(file, 'utf8')))
  for (const problem of found) console.error(problem)
  if (found.length > 0) {
    console.error(
      'npm ci would fail on a new machine, or leave out what is needed. See "Adding a dependency" in CONTRIBUTING.md.',
    )
    process.exit(1)
  }
}
