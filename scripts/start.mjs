// The main job: examples/proxy from source to an image that has been seen to start.
// npm start -- --install   also installs UPX, if it is missing and cannot be downloaded
import { spawnSync } from 'node:child_process'
import { ensureUpx } from './packages.mjs'
import { ensureDependencies, fail, node24, requireGo, root } from './setup.mjs'

const wrong = process.argv.slice(2).find(argument => argument !== '--install')
if (wrong !== undefined)
  fail(`npm start has no option ${JSON.stringify(wrong)}: its only option is --install.`)
requireGo()
ensureDependencies()
await ensureUpx({ asked: process.argv.includes('--install') })
/** For the processor of this machine, so that the proof can start it. UPX packs no service for arm64 that is safe to run. */
const target =
  process.arch === 'arm64' ? ['--platforms', 'linux/arm64', '--budget', '7MB'] : ['--budget', '3MB']
const { status } = spawnSync(
  node24,
  [
    'dist/cli.js',
    'build',
    '--working-directory',
    'examples/proxy',
    ...target,
    '--output',
    '.bantam/proxy',
    '--expose',
    '8080',
  ],
  { cwd: root, stdio: 'inherit' },
)
process.exit(status ?? 2)
