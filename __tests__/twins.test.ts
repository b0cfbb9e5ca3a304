import { expect, it } from '@jest/globals'
import { transformSync } from 'esbuild'
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)

/** One path below src/ in a line. It may only get shorter: whoever writes a test takes its file out. */
const listed = readFileSync(path.join(import.meta.dirname, 'without-twin.txt'), 'utf8')
  .trim()
  .split('\n')

function twinOf(source: string): string {
  return path.join('__tests__', source.replace(/^src\//, '').replace(/\.ts$/, '.test.ts'))
}

/** Types alone, or what other files have: there is nothing to run. */
function isEmpty(source: string): boolean {
  const { code } = transformSync(readFileSync(path.join(root, source), 'utf8'), {
    loader: 'ts',
    format: 'esm',
  })
  const statements = code.replace(/^\s*\/\/.*$/gm, '').replace(/\/\*[^]*?\*\//g, '')
  return /^\s*(?:(?:import|export)\s*(?:\*|\{[^}]*\})(?:\s*from\s*"[^"]*")?;\s*)*$/.test(statements)
}

it('has a test beside every source file, except for those in without-twin.txt', () => {
  const alone = globSync('src/**/*.ts', { cwd: root })
    .map(file => file.replaceAll(path.sep, '/'))
    .filter(file => !existsSync(path.join(root, twinOf(file))) && !isEmpty(file))
    .map(file => file.replace(/^src\//, ''))
    .toSorted()
  expect({ 'have no twin': alone.filter(file => !listed.includes(file)) }).toEqual({ 'have no twin': [] })
  expect({ 'to take off the list': listed.filter(file => !alone.includes(file)) }).toEqual({
    'to take off the list': [],
  })
  expect(listed).toEqual(listed.toSorted())
})
