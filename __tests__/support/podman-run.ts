import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Entry } from '../../src/image/entry.ts'
import { writeTar } from './write-tar.ts'

/** Runs a program of these files in a container of Podman's, with a store of its own and no network. Needs root. */
export function podmanRun(entries: readonly Entry[], user: string, argv: readonly string[]): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-podman-'))
  const root = path.join(directory, 'root')
  mkdirSync(root)
  execFileSync('tar', ['-x', '-p', '--numeric-owner', '-C', root], { input: writeTar(entries) })
  const store = ['--root', path.join(directory, 'store'), '--runroot', path.join(directory, 'run')]
  const plain = ['--storage-driver', 'vfs', '--cgroup-manager', 'cgroupfs']
  // Its own limits are above those of many a machine that tests run on.
  const limits = ['--ulimit', 'nofile=1024:1024', '--ulimit', 'nproc=1024:1024']
  const asked = ['run', '--rm', ...limits, '--network', 'none', '--user', user, '--rootfs', root, ...argv]
  const { stdout, stderr } = spawnSync('podman', [...store, ...plain, ...asked], { encoding: 'utf8' })
  if (stdout === '') throw new Error(`podman ran nothing: ${stderr}`)
  return stdout
}
