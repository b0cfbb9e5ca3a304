import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startTokenServer, type Access, type TokenServer } from './token-server.ts'

export interface TestRegistry {
  /** `127.0.0.1:41234` */
  readonly address: string
  /** Its files. A manifest or blob that is stored can be seen here. */
  readonly directory: string
  stop(): Promise<void>
}

export interface RegistryOptions {
  /** `basic`: only alice may do anything; `bearer`: what `access` says. */
  readonly auth?: 'anonymous' | 'basic' | 'bearer'
  /** Debian's, or the third version of the same. */
  readonly command?: 'docker-registry' | 'registry'
  /** The address of this machine to listen on; 127.0.0.1 by default. */
  readonly host?: string
  /** PEM files. Without them it speaks plain HTTP. */
  readonly tls?: { readonly certificate: string; readonly key: string }
  /** Answers uploads with a `Location` without host. */
  readonly relativeUrls?: boolean
  /** Whom the token server lets do what; alice everything, anybody else nothing, where left out. */
  readonly access?: Access
}

export const ALICE = { username: 'alice', password: 's3cret-of-alice' }

/** A real registry on a free port. It ends with `stop`, and by itself when this process does. */
export async function startRegistry(options: RegistryOptions = {}): Promise<TestRegistry> {
  const { command = 'docker-registry' } = options
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-registry-'))
  const tokens =
    options.auth === 'bearer' ? await startTokenServer(directory, options.access ?? aliceOnly) : null
  const config = path.join(directory, 'config.json')
  // YAML is a superset of JSON.
  writeFileSync(config, JSON.stringify(configuration(directory, options, tokens)))
  // The pipe to `cat` closes when this process ends, however it ends.
  const child = spawn('sh', ['-c', '"$1" serve "$0" & cat; kill $!; wait', config, command], {
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', OTEL_TRACES_EXPORTER: 'none' },
  })
  const address = await listening(child)
  return {
    address,
    directory,
    stop: async () => {
      const ended = new Promise(resolve => child.once('close', resolve))
      child.stdin?.end()
      await Promise.all([ended, tokens?.stop()])
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

const aliceOnly: Access = ({ username, password, actions }) =>
  username === ALICE.username && password === ALICE.password ? actions : null

function configuration(
  directory: string,
  { auth, relativeUrls, host = '127.0.0.1', tls }: RegistryOptions,
  tokens: TokenServer | null,
) {
  return {
    version: '0.1',
    log: { level: 'info', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: path.join(directory, 'data') }, delete: { enabled: true } },
    http: { addr: `${host}:0`, relativeurls: relativeUrls === true, ...(tls === undefined ? {} : { tls }) },
    ...(auth === 'basic' ? { auth: { htpasswd: { realm: 'test', path: passwords(directory) } } } : {}),
    ...(tokens === null ? {} : { auth: { token: tokens.registryAuth } }),
  }
}

function passwords(directory: string): string {
  const file = path.join(directory, 'htpasswd')
  // The lowest cost that bcrypt has: every request is checked.
  execFileSync('htpasswd', ['-B', '-C', '4', '-b', '-c', file, ALICE.username, ALICE.password], {
    stdio: 'ignore',
  })
  return file
}

async function listening(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += said.length < 64 * 1024 ? text : ''
    const address = /listening on (\d+\.\d+\.\d+\.\d+:\d+)/.exec(said)?.[1]
    if (address !== undefined) resolve(address)
    else if (said.includes('level=fatal')) {
      child.stdin?.end()
      reject(new Error(`docker-registry did not start:\n${said}`))
    }
  })
  child.on('close', () => reject(new Error(`docker-registry ended:\n${said}`)))
  return promise
}
