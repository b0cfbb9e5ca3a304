import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { PRINTLN } from './go-programs.ts'
import { tool } from './oci-tools.ts'

const ARCHITECTURES = ['amd64', 'arm64']

/** An image by ko for two platforms, over a base image with certificates; gives its reference in the registry. */
export async function buildWithKo(address: string, directory: string): Promise<string> {
  const at = (name: string) => path.join(directory, name)
  mkdirSync(at('ko/etc/ssl'), { recursive: true })
  writeFileSync(at('ko/etc/ssl/cert.pem'), 'certificates\n')
  tool('tar', ['-C', at('ko'), '-czf', at('base.tar.gz'), 'etc'])
  pushBase(address, at('base.tar.gz'))
  mkdirSync(at('module'))
  writeFileSync(at('module/go.mod'), 'module example.com/service\n\ngo 1.21\n')
  writeFileSync(at('module/main.go'), PRINTLN)
  const platforms = ARCHITECTURES.map(architecture => `linux/${architecture}`).join(',')
  // The registry is heard meanwhile: what it logs would fill its pipe.
  await promisify(execFile)(
    'ko',
    ['build', '--bare', '--sbom=none', '--insecure-registry', `--platform=${platforms}`, '--tags=v1', '.'],
    {
      cwd: at('module'),
      env: {
        ...process.env,
        KO_DOCKER_REPO: `${address}/ko/service`,
        KO_DEFAULTBASEIMAGE: `${address}/base:both`,
        KOCACHE: at('kocache'),
        GOFLAGS: '-buildvcs=false',
      },
    },
  )
  return `${address}/ko/service:v1`
}

/** `base:both`, an index of one layer for both platforms. */
function pushBase(address: string, layer: string): void {
  const crane = (command: readonly string[], ...args: readonly string[]) =>
    tool('crane', [...command, '--insecure', ...args])
  const base = (tag: string) => `${address}/base:${tag}`
  crane(['append'], '--oci-empty-base', '--new_layer', layer, '--new_tag', base('latest'))
  for (const architecture of ARCHITECTURES)
    crane(['mutate'], '--set-platform', `linux/${architecture}`, '--tag', base(architecture), base('latest'))
  const manifests = ARCHITECTURES.flatMap(architecture => ['--manifest', base(architecture)])
  crane(['index', 'append'], '--tag', base('both'), ...manifests)
}
