import { spawn } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Daemon {
  /** For DOCKER_HOST: `unix:///…/docker.sock`. */
  readonly host: string
  stop(): Promise<void>
}

/** A Docker daemon of the test's own, without networks, rules or anything else outside its directory. Needs root. */
export async function startDockerd(): Promise<Daemon> {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-dockerd-'))
  const at = (name: string) => path.join(directory, name)
  const socket = at('docker.sock')
  const log = openSync(at('log'), 'w')
  const child = spawn(
    'dockerd',
    [
      '--data-root',
      at('data'),
      '--exec-root',
      at('exec'),
      '-H',
      `unix://${socket}`,
      '-p',
      at('pid'),
      '--iptables=false',
      '--ip6tables=false',
      '--bridge=none',
    ],
    { stdio: ['ignore', log, log] },
  )
  const ended = new Promise<void>(resolve => {
    child.on('exit', () => resolve())
    child.on('error', () => resolve())
  })
  const kill = () => void child.kill('SIGTERM')
  process.on('exit', kill)
  const stop = async () => {
    process.off('exit', kill)
    kill()
    await ended
    rmSync(directory, { recursive: true, force: true, maxRetries: 10 })
  }
  for (let tries = 0; tries < 600; tries++) {
    if (await answers(socket)) return { host: `unix://${socket}`, stop }
    if (child.exitCode !== null || child.pid === undefined) break
    await sleep(50)
  }
  const said = readFileSync(at('log'), 'utf8')
  await stop()
  throw new Error(`dockerd did not start:\n${said}`)
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise(resolve => {
    const ping = request({ socketPath, path: '/_ping', timeout: 1000 }, response => {
      response.resume()
      resolve(response.statusCode === 200)
    })
    ping.on('error', () => resolve(false))
    ping.on('timeout', () => ping.destroy())
    ping.end()
  })
}
