import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** The licence texts of every package that went into the bundle, by name. */
export function licences(root, inputs) {
  const packages = new Set(
    inputs
      .map(input => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1])
      .filter(directory => directory !== undefined),
  )
  return [...packages]
    .map(directory => describe(path.join(root, directory)))
    .sort()
    .join(`\n${'-'.repeat(80)}\n\n`)
}

function describe(directory) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'))
  const file = readdirSync(directory).find(entry => /^licen[cs]e/i.test(entry))
  const text =
    file !== undefined && existsSync(path.join(directory, file))
      ? readFileSync(path.join(directory, file), 'utf8')
      : ''
  return `${name} ${version} (${license ?? 'see below'})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`
}
