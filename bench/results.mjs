// bench/RESULTS.md: a section for each command that measures, replaced by its next run.
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { node24, root } from '../scripts/setup.mjs'
import { must } from './services.mjs'

const FILE = path.join(root, 'bench/RESULTS.md')

/** Prints it, and puts it where the section of that title was, or at the end. */
export function keepResult(title, command, text) {
  const section = `## ${title}\n\n${circumstances(command)}\n\n${text.trim()}\n`
  console.log(section)
  const [head, ...sections] = readFileSync(FILE, 'utf8').split(/^(?=## )/m)
  const at = sections.findIndex(one => one.startsWith(`## ${title}\n`))
  const kept = sections.toSpliced(at < 0 ? sections.length : at, at < 0 ? 0 : 1, section)
  writeFileSync(FILE, [head, ...kept].map(one => `${one.trimEnd()}\n`).join('\n'))
}

function circumstances(command) {
  const version = (tool, args) => must(tool, args).split('\n')[0].trim()
  const tools = [
    version('go', ['version']),
    version('upx', ['--version']),
    `node ${version(node24, ['--version'])}`,
  ]
  const date = new Date().toISOString().slice(0, 10)
  return `${date}, ${availableParallelism()} cores, ${tools.join(', ')}. \`${command}\``
}
