import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Daemon } from './daemon.ts'
import { buildGoPrograms, PRINTLN } from './go-programs.ts'
import { tool } from './oci-tools.ts'

export interface DockerBuilt {
  /** Of `docker save`: the service alone, and it and its base. */
  readonly archive: string
  readonly both: string
  /** The programs in it: `/bin/one`, and `/bin/two`, which is there as `/bin/one-more` too. */
  readonly one: Buffer
  readonly two: Buffer
  readonly docker: (...args: readonly string[]) => string
}

/** An image `service:v1` by `docker build`, over a base image of files of which it replaces one. */
export async function buildWithDocker({ host }: Daemon, directory: string): Promise<DockerBuilt> {
  const at = (name: string) => path.join(directory, name)
  const docker = (...args: readonly string[]) =>
    tool('docker', args, { DOCKER_HOST: host, DOCKER_BUILDKIT: '0' })
  const { one, two } = await buildGoPrograms({ one: PRINTLN, two: PRINTLN.replace('hello', 'two') })
  mkdirSync(at('context/base/etc/old'), { recursive: true })
  copyFileSync(one, at('context/one'))
  copyFileSync(two, at('context/two'))
  writeFileSync(at('context/base/etc/passwd'), 'root:x:0:0::/:/bin/false\n')
  writeFileSync(at('context/base/etc/old/gone'), 'gone')
  writeFileSync(at('context/Basefile'), 'FROM scratch\nCOPY base /\n')
  writeFileSync(
    at('context/Dockerfile'),
    'FROM base\nCOPY one /bin/one\nCOPY two /bin/two\nCOPY two /bin/one-more\nCOPY one /etc/old/gone\nENTRYPOINT ["/bin/one"]\nLABEL a=b\n',
  )
  docker('build', '-t', 'base', '-f', at('context/Basefile'), at('context'))
  docker('build', '-t', 'service:v1', at('context'))
  docker('save', '-o', at('service.tar'), 'service:v1')
  docker('save', '-o', at('both.tar'), 'service:v1', 'base')
  return {
    archive: at('service.tar'),
    both: at('both.tar'),
    one: readFileSync(one),
    two: readFileSync(two),
    docker,
  }
}
