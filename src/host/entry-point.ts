import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Absolute path of another entry point of Bantam, to be started by itself: the source, which Node runs as it is, or its bundle. */
export function entryPoint(name: 'prover' | 'smoke-probe' | 'smoke-supervisor'): string {
  // Bundled, this file is in dist/ or in dist/chunks/.
  const places = [`../${name}.ts`, `./${name}.js`, `../${name}.js`]
  const found = places.map(place => fileURLToPath(new URL(place, import.meta.url))).find(existsSync)
  if (found === undefined) throw new Error(`${name} is not beside this program: dist/ is not whole`)
  return found
}
