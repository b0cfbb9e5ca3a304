import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The absolute path of another entry point of Bantam, to be started as a program or a thread: its source, which Node can run, or
 * its bundle.
 */
export function entryPoint(name: 'prover' | 'smoke-probe' | 'smoke-supervisor' | 'pack-thread'): string {
  // In a bundle, this file is in dist/ or in dist/chunks/.
  const places = [`../${name}.ts`, `./${name}.js`, `../${name}.js`]
  const found = places.map(place => fileURLToPath(new URL(place, import.meta.url))).find(existsSync)
  if (found === undefined) throw new Error(`${name} is not beside this program: dist/ is not whole`)
  return found
}
