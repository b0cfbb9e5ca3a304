// The main job: examples/proxy from source to an image that has been seen to start.
import { spawnSync } from 'node:child_process'
import { ensureDependencies, ensureUpx, node24, requireGo, root } from './setup.mjs'

requireGo()
ensureDependencies()
await ensureUpx()
const { status } = spawnSync(
  node24,
  [
    'dist/cli.js',
    'build',
    '--working-directory',
    'examples/proxy',
    '--budget',
    '3MB',
    '--output',
    '.bantam/proxy',
    '--expose',
    '8080',
  ],
  { cwd: root, stdio: 'inherit' },
)
process.exit(status ?? 2)
