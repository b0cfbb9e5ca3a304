// Every test, with the real tools they use. Arguments are handed to jest: npm test -- __tests__/image
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  aptInstall,
  ensureDependencies,
  ensureUpx,
  goInstall,
  node24,
  onPath,
  requireGo,
  root,
  say,
  toolsDirectory,
} from './setup.mjs'

/** Command → Debian or Ubuntu package. */
const packages = {
  xz: 'xz-utils',
  gcc: 'gcc',
  openssl: 'openssl',
  unshare: 'util-linux',
  ip: 'iproute2',
  sudo: 'sudo',
  htpasswd: 'apache2-utils',
  'docker-registry': 'docker-registry',
  skopeo: 'skopeo',
  umoci: 'umoci',
  runc: 'runc',
  podman: 'podman',
  dockerd: 'docker.io',
  'qemu-aarch64-static': 'qemu-user-static',
  faketime: 'faketime',
  chromium: 'chromium',
}
const modules = {
  crane: 'github.com/google/go-containerregistry/cmd/crane@v0.22.1',
  ko: 'github.com/google/ko@v0.19.1',
  act: 'github.com/nektos/act@v0.2.89',
  actionlint: 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
}

requireGo()
ensureDependencies()
await ensureUpx()
process.env.PATH = [path.dirname(node24), toolsDirectory, '/usr/sbin', process.env.PATH].join(path.delimiter)
/** Ubuntu has Chromium as a snap only, and its runners have this instead. */
const instead = { chromium: 'google-chrome' }
const missing = Object.keys(packages).filter(
  command => !onPath(command) && !onPath(instead[command] ?? command),
)
if (missing.length > 0) {
  say(`installing ${missing.join(', ')}`)
  if (!aptInstall([...new Set(missing.map(command => packages[command]))]))
    say(`could not be installed, so what needs them is skipped here and fails in CI: ${missing.join(', ')}`)
}
for (const [name, module] of Object.entries(modules)) goInstall(name, module)

const results = mkdtempSync(path.join(tmpdir(), 'bantam-results-'))
const report = path.join(results, 'jest.json')
const { status } = spawnSync(
  node24,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    path.join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--json',
    `--outputFile=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
)
const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(
  readFileSync(report, 'utf8'),
)
rmSync(results, { recursive: true })
console.log(
  `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed, ${numPendingTests} skipped`,
)
process.exit(status === 0 && numPassedTests > 0 ? 0 : 1)
