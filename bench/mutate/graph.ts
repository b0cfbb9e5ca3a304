// Loads the project's modules anew for each mutant: a URL with another query is another module.
import { readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = path.resolve(import.meta.dirname, '../..')
const OURS = ['src', '__tests__'].map(folder => pathToFileURL(path.join(ROOT, folder)).href)
const HARNESS = new URL('harness.ts', import.meta.url).href

/** Where a module's text differs from its file. */
export interface Change {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly replacement: string
}

const stripped = new Map<string, string>()
let changed: { readonly url: string; readonly text: string } | null = null

export function installHooks(): void {
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === '@jest/globals')
        return { url: HARNESS, format: 'module-typescript', shortCircuit: true }
      const found = next(specifier, context)
      const generation = context.parentURL === undefined ? '' : new URL(context.parentURL).search
      return isOurs(found.url) ? { ...found, url: `${found.url}${generation}` } : found
    },
    load(url, context, next) {
      const [file = '', generation = ''] = url.split('?')
      if (generation === '' || !isOurs(file)) return next(url, context)
      const source = changed?.url === file ? changed.text : plainText(file)
      return { format: 'module', source, shortCircuit: true }
    },
  })
}

function isOurs(url: string): boolean {
  return url.endsWith('.ts') && OURS.some(folder => url.startsWith(folder))
}

function plainText(url: string): string {
  const known = stripped.get(url)
  if (known !== undefined) return known
  const text = stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'))
  stripped.set(url, text)
  return text
}

/** From now on, new generations have this change. Throws where it leaves no program. */
export function change({ file, start, end, replacement }: Change): void {
  const source = readFileSync(path.join(ROOT, file), 'utf8')
  const text = stripTypeScriptTypes(`${source.slice(0, start)}${replacement}${source.slice(end)}`)
  changed = { url: pathToFileURL(path.join(ROOT, file)).href, text }
}

export function urlOf(file: string, generation: string): string {
  return `${pathToFileURL(path.join(ROOT, file)).href}?${generation}`
}
