// Runs a script of this project on Node 24, whichever Node runs this: node scripts/on-node24.mjs FILE [ARGUMENT …]
import { spawnSync } from 'node:child_process'
import { ensureDependencies, node24 } from './setup.mjs'

ensureDependencies()
process.exit(spawnSync(node24, process.argv.slice(2), { stdio: 'inherit' }).status ?? 2)
