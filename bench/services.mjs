// The services that are measured, and a copy of one to change and build.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../scripts/setup.mjs'

export const SERVICES = [
  { name: 'hello', source: path.join(root, 'examples/hello'), main: '.', certificates: false, runs: 7 },
  { name: 'hash', source: path.join(root, 'examples/hash'), main: '.', certificates: false, runs: 7 },
  { name: 'proxy', source: path.join(root, 'examples/proxy'), main: '.', certificates: true, runs: 7 },
  {
    name: 'node_exporter',
    module: 'github.com/prometheus/node_exporter@v1.12.1',
    main: '.',
    certificates: true,
    runs: 3,
  },
  {
    name: 'caddy',
    module: 'github.com/caddyserver/caddy/v2@v2.11.9',
    main: './cmd/caddy',
    certificates: true,
    runs: 2,
  },
]

/** Those that are named, in that order. */
export function servicesNamed(names) {
  return names.map(name => {
    const service = SERVICES.find(one => one.name === name)
    if (service === undefined) throw new Error(`there is no service ${name}`)
    return service
  })
}

/** A writable copy of its module below `work`, with what it requires downloaded. */
export function checkOut({ name, source, module }, work) {
  const directory = path.join(work, 'src', name)
  mkdirSync(directory, { recursive: true })
  const from = source ?? JSON.parse(must('go', ['mod', 'download', '-json', module], { cwd: work })).Dir
  cpSync(from, directory, { recursive: true })
  must('chmod', ['-R', 'u+w', directory])
  if (module !== undefined) must('go', ['mod', 'download'], { cwd: directory })
  return directory
}

/** A change that reaches the linked binary, whatever the service is. */
export function change(directory, { main }, mark) {
  const file = path.join(directory, main, 'bench_change.go')
  writeFileSync(
    file,
    `package main\n\nimport "os"\n\nfunc init() {\n\tif len(os.Args) > 9999 {\n\t\tprintln("${mark}")\n\t}\n}\n`,
  )
}

/** Its standard output. */
export function must(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...options })
  if (result.status !== 0)
    throw new Error(`${command} ${args.join(' ')}: ${result.error ?? ''}${result.stdout}${result.stderr}`)
  return result.stdout
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2
}
