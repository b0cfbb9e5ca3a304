// Compiles loader/ into src/, and bundles src/ into dist/, byte for byte the same from the same sources. `--check` builds
// elsewhere and compares.
import { build } from 'esbuild'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { licences } from './licences.mjs'
import { checkLoaders, writeLoaders } from './loader.mjs'

/**
 * Has the bundle require() Node's HTTP. To import it reads every property that it has, and to read `WebSocket` loads all of
 * undici: the start takes 25 ms more.
 */
const requireHttp = {
  name: 'require-http',
  setup({ onResolve, onLoad }) {
    const filter = /^(node:)?https?$/
    onResolve({ filter }, ({ path: name, namespace }) =>
      namespace === 'builtin' ? { path: name, external: true } : { path: name, namespace: 'builtin' },
    )
    onLoad({ filter: /./, namespace: 'builtin' }, ({ path: name }) => ({
      contents: `module.exports = require(${JSON.stringify(name)})`,
    }))
  },
}

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

async function bundle(outdir) {
  rmSync(outdir, { recursive: true, force: true })
  const result = await build({
    absWorkingDir: root,
    entryPoints: [
      'src/main.ts',
      'src/post.ts',
      'src/comment.ts',
      'src/plan.ts',
      'src/merge.ts',
      'src/cli.ts',
      'src/prover.ts',
      'src/smoke-probe.ts',
      'src/smoke-supervisor.ts',
      'src/pack-thread.ts',
    ],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    chunkNames: 'chunks/[name]-[hash]',
    // The toolkit's CommonJS parts call require(); ESM has none of its own.
    banner: {
      js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
    },
    loader: { '.pem': 'text' },
    // Only @actions/http-client's getAgentDispatcher uses undici, and nothing here calls it: 416 kB less to load.
    alias: { undici: './scripts/undici-stub.mjs' },
    plugins: [requireHttp],
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  })
  writeFileSync(path.join(outdir, 'licences.txt'), licences(root, Object.keys(result.metafile.inputs)))
}

function contents(directory) {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter(entry =>
    entry.isFile(),
  )
  return new Map(
    files
      .map(file => path.relative(directory, path.join(file.parentPath, file.name)))
      .sort()
      .map(name => [name, readFileSync(path.join(directory, name))]),
  )
}

const dist = path.join(root, 'dist')
if (process.argv.includes('--check')) {
  const { wrong, notes } = checkLoaders()
  for (const line of [...notes, ...wrong]) console.error(line)
  if (wrong.length > 0) {
    console.error(
      'Run "npm run build" where the compilers are, and commit src/pack/bantam/loaders and dist/.',
    )
    process.exit(1)
  }
  const fresh = mkdtempSync(path.join(tmpdir(), 'bantam-dist-'))
  await bundle(fresh)
  const [wanted, found] = [contents(fresh), contents(dist)]
  rmSync(fresh, { recursive: true })
  const names = new Set([...wanted.keys(), ...found.keys()])
  const differing = [...names].filter(name => !wanted.get(name)?.equals(found.get(name) ?? Buffer.of()))
  if (differing.length > 0) {
    console.error(
      `dist/ is not what src/ builds: ${differing.join(', ')}. Run "npm run build" and commit dist/.`,
    )
    process.exit(1)
  }
} else {
  writeLoaders(line => console.error(line))
  await bundle(dist)
}
