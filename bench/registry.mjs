// A real registry for a measurement, which ends with it, and the base that ko builds on.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { must } from './services.mjs'

/** Debian's docker-registry on loopback; its files are below `work`. */
export async function startRegistry(work) {
  const port = await freePort()
  const address = `127.0.0.1:${port}`
  const config = path.join(work, 'registry.yml')
  writeFileSync(
    config,
    `version: 0.1\nlog: {level: error}\nstorage: {filesystem: {rootdirectory: ${work}/registry}}\nhttp: {addr: ${address}}\n`,
  )
  const server = spawn('docker-registry', ['serve', config], { stdio: 'ignore' })
  process.on('exit', () => server.kill())
  for (let tries = 0; tries < 100 && !(await answers(`http://${address}/v2/`)); tries++)
    await new Promise(r => setTimeout(r, 50))
  return { address, stop: () => server.kill() }
}

/** A base image for ko that holds what Bantam brings: the same certificates, or nothing but a directory. */
export function baseImage(address, certificates, work, platform = 'linux/amd64') {
  const reference = `${address}/base:${certificates ? 'certificates' : 'empty'}-${platform.replace('/', '-')}`
  const tree = path.join(work, `base-${certificates}`)
  mkdirSync(path.join(tree, 'etc/ssl/certs'), { recursive: true })
  if (certificates)
    cpSync('/etc/ssl/certs/ca-certificates.crt', path.join(tree, 'etc/ssl/certs/ca-certificates.crt'), {
      dereference: true,
    })
  must('tar', ['-C', tree, '-czf', `${tree}.tar.gz`, 'etc'])
  must('crane', [
    'append',
    '--insecure',
    '--oci-empty-base',
    '--new_layer',
    `${tree}.tar.gz`,
    '--new_tag',
    reference,
  ])
  must('crane', ['mutate', '--insecure', '--set-platform', platform, '--tag', reference, reference])
  return reference
}

async function answers(url) {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(listening => server.once('listening', listening))
  const { port } = server.address()
  await new Promise(closed => server.close(closed))
  return port
}
