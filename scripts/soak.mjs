// Packs a program, and compares it with the linked one for as long as wanted. Needs Node 24 and Linux.
// node scripts/soak.mjs starts FILE [COUNT] [-- [NAME=VALUE …] [ARGUMENT …]]   starts both, each time with other variables and arguments; Ctrl-C prints what there is so far
// node scripts/soak.mjs load FILE SECONDS [PATH …] [-- [NAME=VALUE …] [ARGUMENT …]]   sends both the same requests
// Of a service, {http} is the port that the requests go to, {port} another one, and {folder} an empty folder. In a path,
// {source} is a server that answers with large and small bodies: -- PORT={http} and '/?url={source}/large' for examples/proxy.
import { soakLoad } from './soak/load.ts'
import { packedBeside } from './soak/program.ts'
import { soakStarts } from './soak/starts.ts'

const USAGE =
  'usage: soak.mjs starts FILE [COUNT] | load FILE SECONDS [PATH …]   [-- [NAME=VALUE …] [ARGUMENT …]]'

const words = process.argv.slice(2)
const dashes = words.includes('--') ? words.indexOf('--') : words.length
const [mode, file, number = '1000', ...paths] = words.slice(0, dashes)
const count = Number(number)
if (file === undefined || !(mode === 'starts' || mode === 'load') || !(count > 0)) {
  console.error(USAGE)
  process.exit(2)
}
const programs = await packedBeside(file, words.slice(dashes + 1))
const wrong = mode === 'starts' ? await soakStarts(programs, count) : await soakLoad(programs, count, paths)
process.exitCode = wrong === 0 ? 0 : 1
