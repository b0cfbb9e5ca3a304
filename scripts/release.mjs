// Holds together the places that name the version, and says what a tag releases.
// node scripts/release.mjs                checks package.json, package-lock.json, src/version.ts and CHANGELOG.md
// node scripts/release.mjs v1.2.3         checks the tag too, and prints what the release workflow asks, as name=value lines
// node scripts/release.mjs v1.2.3 notes   prints what CHANGELOG.md says of that version
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** Of CHANGELOG.md: `## [1.2.3] - 2026-12-01`, or `- Unreleased`. */
const heading = /^## \[([^\]]+)\] - (.+)$/gm

/** A version without build metadata: a tag of an image and one of npm cannot hold it. */
const semver = /^(\d+)\.\d+\.\d+(?:-([0-9A-Za-z.-]+))?$/

/** The versions of CHANGELOG.md, the newest first. */
export function readChangelog(text) {
  const found = [...text.matchAll(heading)]
  return found.map(({ 0: line, 1: version, 2: date, index }, place) => ({
    version,
    date: date === 'Unreleased' ? null : date,
    notes: text.slice(index + line.length, found[place + 1]?.index ?? linksAt(text)).trim(),
  }))
}

/** Where the list of links at the end begins. */
function linksAt(text) {
  const links = /^\[[^\]]+\]: /m.exec(text)
  return links?.index ?? text.length
}

/**
 * Every reason why the version is not the same everywhere, or why the tag cannot be released. Empty if all agree.
 *
 * @param tag `null`: nothing is released
 */
export function problems({ manifest, lock, source, changelog }, tag = null) {
  const version = manifest.version
  const [newest] = readChangelog(changelog)
  const places = {
    'package-lock.json': lock.version === lock.packages?.['']?.version ? lock.version : undefined,
    'src/version.ts': /VERSION = '([^']*)'/.exec(source)?.[1],
    'the top of CHANGELOG.md': newest?.version,
  }
  const differing = Object.entries(places)
    .filter(([, found]) => found !== version)
    .map(([place, found]) => `${place} has ${found ?? 'no version'}, and package.json has ${version}.`)
  return [...differing, ...(tag === null ? [] : tagProblems(tag, version, newest))]
}

function tagProblems(tag, version, newest) {
  if (!semver.test(version))
    return [`package.json has ${version}, which is not a version such as 1.2.3 or 1.2.3-rc.1.`]
  if (tag !== `v${version}`)
    return [`The tag is ${tag}, and package.json has ${version}: the tag must be v${version}.`]
  const { date = null, notes = '' } = newest ?? {}
  return [
    ...(/^\d{4}-\d{2}-\d{2}$/.test(date ?? '')
      ? []
      : [`CHANGELOG.md gives no date for ${version}: write "## [${version}] - YYYY-MM-DD".`]),
    ...(notes === '' ? [`CHANGELOG.md says nothing of ${version}.`] : []),
  ]
}

/** What the release workflow asks: `major` is the tag that follows this version, and is empty where none does. */
export function releaseOf(version) {
  const [, major, suffix] = semver.exec(version)
  const prerelease = suffix !== undefined
  // Before 1.0.0 every version may break what uses it, so no tag promises that it does not.
  return { version, prerelease, major: prerelease || major === '0' ? '' : `v${major}` }
}

export function readVersions() {
  const text = name => readFileSync(path.join(root, name), 'utf8')
  return {
    manifest: JSON.parse(text('package.json')),
    lock: JSON.parse(text('package-lock.json')),
    source: text('src/version.ts'),
    changelog: text('CHANGELOG.md'),
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [tag = null, what] = process.argv.slice(2)
  const versions = readVersions()
  const wrong = problems(versions, tag)
  if (wrong.length > 0) {
    for (const sentence of wrong) console.error(sentence)
    process.exit(1)
  }
  if (what === 'notes') console.log(readChangelog(versions.changelog)[0].notes)
  else if (tag !== null)
    for (const [name, value] of Object.entries(releaseOf(versions.manifest.version)))
      console.log(`${name}=${value}`)
}
