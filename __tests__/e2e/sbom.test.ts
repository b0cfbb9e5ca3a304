import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { bantam, temporaryDirectory, type Ended } from '../support/cli.ts'
import { startFaultRegistry } from '../support/fault-registry.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { installedAction, runStep } from '../support/runner.ts'
import { describeWith } from '../support/tools.ts'

/** A service with modules that Go finds in the checkout: one as it was required, and one that another replaces. */
const SERVICE = {
  'go.mod': `module example.com/svc

go 1.21

require (
	example.com/dep v1.2.3
	example.com/net v0.1.0
)

replace example.com/net v0.1.0 => example.com/Fork/net v0.2.0
`,
  'main.go': `package main

import (
	"example.com/dep"
	"example.com/net"
)

func main() { println(dep.Word, net.Word) }
`,
  'vendor/modules.txt': `# example.com/dep v1.2.3
## explicit; go 1.21
example.com/dep
# example.com/net v0.1.0 => example.com/Fork/net v0.2.0
## explicit; go 1.21
example.com/net
`,
  'vendor/example.com/dep/dep.go': 'package dep\n\nvar Word = "dep"\n',
  'vendor/example.com/net/net.go': 'package net\n\nvar Word = "net"\n',
}
const MODULES = ['example.com/Fork/net v0.2.0', 'example.com/dep v1.2.3']
const PLACE = '/var/lib/db/sbom/image.spdx.json'

const env = { ...process.env, XDG_CACHE_HOME: temporaryDirectory('cache'), SOURCE_DATE_EPOCH: '1700000000' }

function service(): string {
  const directory = temporaryDirectory('sbom')
  for (const [name, text] of Object.entries(SERVICE)) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true })
    writeFileSync(path.join(directory, name), text)
  }
  return directory
}

function build(cwd: string, args: readonly string[]): Promise<Ended> {
  return bantam(['build', '--main', '.=svc', '--budget', 'none', ...args], { cwd, env })
}

function imageOf({ stdout, stderr }: Ended) {
  const image = stdout === '' ? undefined : (JSON.parse(stdout) as WeighIn).images[0]
  if (image === undefined) throw new Error(stderr)
  return image
}

interface Spdx {
  readonly creationInfo: { readonly created: string }
  readonly packages: readonly { readonly name: string; readonly versionInfo?: string }[]
}

function modulesOf(document: string): readonly string[] {
  const { packages } = JSON.parse(document) as Spdx
  return packages.slice(1).map(({ name, versionInfo }) => `${name} ${versionInfo ?? ''}`.trimEnd())
}

/** The content of a file in the last layer of the only image of a layout. */
function inLastLayer(layout: string, name: string): string {
  const blob = (digest: string) => readFileSync(path.join(layout, 'blobs', digest.replace(':', '/')))
  const read = (bytes: Buffer) =>
    JSON.parse(bytes.toString()) as Record<'manifests' | 'layers', { digest: string }[]>
  const [listed] = read(readFileSync(path.join(layout, 'index.json'))).manifests
  const layer = read(blob(listed?.digest ?? '')).layers.at(-1)
  const tar = gunzipSync(blob(layer?.digest ?? ''))
  return execFileSync('tar', ['-xO', name.slice(1)], { input: tar, encoding: 'utf8' })
}

const goVersion = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' }).trim().replace('go', '')

describe('bantam build --sbom', () => {
  let cwd: string
  let ended: Ended
  beforeAll(async () => {
    cwd = service()
    const out = ['--report', 'out/bantam.json', '--output', 'image', '--json']
    ended = await build(cwd, ['--sbom', 'embedded,file', ...out])
  }, 120_000)

  it('puts the modules into the image and beside the report, the same twice', () => {
    expect(ended).toMatchObject({ exitCode: 0 })
    const document = readFileSync(path.join(cwd, 'out', 'sbom.spdx.json'), 'utf8')
    expect(modulesOf(document)).toEqual([...MODULES, 'example.com/svc', `stdlib ${goVersion}`])
    expect(inLastLayer(path.join(cwd, 'image'), PLACE)).toBe(document)
    expect((JSON.parse(document) as Spdx).creationInfo.created).toBe('2023-11-14T22:13:20Z')
  })

  it('counts what is in the image, and says that it is there', () => {
    expect(ended.stderr).toMatch(/assemble +svc, SBOM /)
    const [platform] = imageOf(ended).platforms
    const parts = platform?.breakdown.children ?? []
    const { length } = readFileSync(path.join(cwd, 'out', 'sbom.spdx.json'))
    expect(parts).toContainEqual({ name: PLACE, kind: 'file', bytes: length })
    expect(parts.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(platform?.sizes.imageSize)
    expect(platform?.layers.at(-1)).toMatchObject({ what: 'sbom' })
  })

  it('is weighed as it was', async () => {
    const weighed = await bantam(['weigh', 'image', '--json'], { cwd, env })
    expect(weighed).toMatchObject({ exitCode: 0 })
    const [found, made] = [weighed, ended].map(imageOf)
    expect(found?.platforms[0]?.sizes).toEqual(made?.platforms[0]?.sizes)
    expect(found?.digest).toBe(made?.digest)
  })

  it('gives the same digest in another folder and by default, and one without an SBOM where it is elsewhere', async () => {
    const again = await build(service(), ['--output', 'image', '--json'])
    expect(imageOf(again).digest).toBe(imageOf(ended).digest)
    const without = [
      ['--sbom', 'none'],
      ['--sbom', 'file', '--report', 'out/bantam.json'],
    ]
    const digests = await Promise.all(
      without.map(
        async args => imageOf(await build(service(), [...args, '--output', 'image', '--json'])).digest,
      ),
    )
    expect(new Set(digests).size).toBe(1)
    expect(digests).not.toContain(imageOf(again).digest)
  }, 180_000)

  it('is part of the budget', async () => {
    const [platform] = imageOf(ended).platforms
    const { length } = readFileSync(path.join(cwd, 'out', 'sbom.spdx.json'))
    const limit = `${(platform?.sizes.imageSize ?? 0) - length}B`
    const flags = (sbom: string) => [
      'build',
      '--main',
      '.=svc',
      '--budget',
      limit,
      '--sbom',
      sbom,
      '--output',
      'image',
    ]
    const over = await bantam(flags('embedded'), { cwd: service(), env })
    expect(over.stderr).toContain('over')
    expect(over).toMatchObject({ exitCode: 1 })
    expect(await bantam(flags('none'), { cwd: service(), env })).toMatchObject({ exitCode: 0 })
  }, 120_000)

  it('writes one file for each of several platforms', async () => {
    const own = service()
    const flags = ['--platforms', 'linux/amd64,linux/arm/v7', '--pack', 'off', '--output', 'image']
    expect(await build(own, [...flags, '--sbom', 'file', '--report', 'bantam.json'])).toMatchObject({
      exitCode: 0,
    })
    const names = ['amd64', 'arm-v7'].map(name => path.join(own, `sbom-linux-${name}.spdx.json`))
    const documents = names.map(name => readFileSync(name, 'utf8'))
    expect(documents.map(modulesOf)).toEqual([modulesOf(documents[1]!), modulesOf(documents[0]!)])
    expect(documents[0]).not.toBe(documents[1])
  }, 120_000)

  it('refuses a file of the user in its place, and a link out of the checkout', async () => {
    const own = service()
    const inTheWay = await build(own, [
      '--sbom',
      'embedded',
      '--files',
      `go.mod:${PLACE}`,
      '--output',
      'image',
    ])
    expect(inTheWay.exitCode).toBe(2)
    expect(inTheWay.stderr).toContain(`"${PLACE}" is in the way of the SBOM`)
    execFileSync('git', ['init', '-q'], { cwd: own })
    symlinkSync(path.join(temporaryDirectory('elsewhere'), 'x'), path.join(own, 'sbom.spdx.json'))
    const out = await build(own, ['--sbom', 'file', '--report', 'bantam.json', '--output', 'image'])
    expect(out.exitCode).toBe(2)
    expect(out.stderr).toContain('leads out of the workspace through a link')
  }, 60_000)

  describeWith(['syft', 'upx'], 'what syft finds', () => {
    /** The purls of Go modules, the main one left out: its version is the scanner's guess. */
    function found(source: string, directory: string): readonly string[] {
      const args = ['scan', source, '-o', 'json', '-q']
      const options = { cwd: directory, encoding: 'utf8', maxBuffer: 1 << 26 } as const
      const checks = { SYFT_CHECK_FOR_APP_UPDATE: 'false' }
      const said = execFileSync('syft', args, { ...options, env: { ...process.env, ...checks } })
      const { artifacts } = JSON.parse(said) as {
        readonly artifacts: readonly { readonly type: string; readonly purl: string }[]
      }
      const purls = artifacts.filter(({ type }) => type === 'go-module').map(({ purl }) => purl.toLowerCase())
      return [...new Set(purls)].filter(purl => !purl.includes('example.com/svc')).toSorted()
    }

    it('in the packed image is what it finds in the linked binary', () => {
      const [platform] = imageOf(ended).platforms
      expect(platform?.binaries[0]?.pack.status).toBe('packed')
      execFileSync('go', ['build', '-buildvcs=false', '-o', 'linked', '.'], { cwd })
      const linked = found('file:linked', cwd)
      expect(linked).toEqual([
        'pkg:golang/example.com/dep@v1.2.3',
        'pkg:golang/example.com/fork/net@v0.2.0',
        `pkg:golang/stdlib@${goVersion}`,
      ])
      expect(found('oci-dir:image', cwd)).toEqual(linked)
    }, 120_000)
  })
})

describeWith(['docker-registry', 'crane'], 'bantam build --sbom referrer', () => {
  let registry: TestRegistry
  beforeAll(async () => {
    registry = await startRegistry()
  })
  afterAll(() => registry.stop())

  function crane(...args: readonly string[]): string {
    return execFileSync('crane', [...args, '--insecure'], { encoding: 'utf8' })
  }

  it('has the registry list the document for the image of each platform', async () => {
    const name = `${registry.address}/o/svc`
    const flags = [
      '--platforms',
      'linux/amd64,linux/arm64',
      '--pack',
      'off',
      '--push',
      '--image',
      name,
      '--tags',
      'v1',
    ]
    const own = service()
    const ended = await build(own, [...flags, '--sbom', 'referrer,file', '--report', 'bantam.json', '--json'])
    expect(ended).toMatchObject({ exitCode: 0 })
    expect(ended.stderr).toMatch(/push +1 tag, SBOM /)
    for (const { digest, platform } of imageOf(ended).platforms) {
      const tag = `${name}:${digest.replace(':', '-')}`
      const { manifests } = JSON.parse(crane('manifest', tag)) as {
        readonly manifests: readonly { readonly digest: string }[]
      }
      expect(manifests).toHaveLength(1)
      const manifest = JSON.parse(crane('manifest', `${name}@${manifests[0]?.digest}`)) as {
        readonly subject: { readonly digest: string }
        readonly layers: readonly { readonly digest: string }[]
      }
      expect(manifest.subject.digest).toBe(digest)
      const document = crane('blob', `${name}@${manifest.layers[0]?.digest}`)
      const file = path.join(own, `sbom-${platform.replaceAll('/', '-')}.spdx.json`)
      expect(document).toBe(readFileSync(file, 'utf8'))
    }
    // Another run of the same commit adds nothing.
    expect(await build(service(), [...flags, '--sbom', 'referrer'])).toMatchObject({ exitCode: 0 })
    const tags = crane('ls', name).trim().split('\n')
    expect(tags).toHaveLength(3)
  }, 180_000)

  describeWith(['cosign'], 'what cosign makes of it', () => {
    it('signs the image by its digest, attests its SBOM, and verifies both', async () => {
      const name = `${registry.address}/o/signed`
      const own = service()
      const flags = ['--pack', 'off', '--push', '--image', name, '--tags', 'v1']
      const ended = await build(own, [
        ...flags,
        '--sbom',
        'referrer,file',
        '--report',
        'bantam.json',
        '--json',
      ])
      const reference = `${name}@${imageOf(ended).digest}`
      const keys = temporaryDirectory('keys')
      const cosign = (...args: readonly string[]) =>
        execFileSync('cosign', args, {
          cwd: keys,
          encoding: 'utf8',
          env: { ...process.env, HOME: keys, COSIGN_PASSWORD: 'a test' },
          stdio: ['ignore', 'pipe', 'pipe'],
        })
      const http = ['--allow-http-registry', '--allow-insecure-registry']
      const sign = ['--yes', '--key', 'cosign.key', '--tlog-upload=false', ...http]
      const verify = ['--key', 'cosign.pub', '--insecure-ignore-tlog=true', ...http]
      cosign('generate-key-pair')
      cosign('sign', ...sign, reference)
      expect(JSON.parse(cosign('verify', ...verify, '--output', 'json', reference))).toMatchObject([
        { critical: { image: { 'docker-manifest-digest': imageOf(ended).digest } } },
      ])
      const document = path.join(own, 'sbom.spdx.json')
      cosign('attest', ...sign, '--type', 'spdxjson', '--predicate', document, reference)
      const attested = cosign('verify-attestation', ...verify, '--type', 'spdxjson', reference)
      const { payload } = JSON.parse(attested) as { readonly payload: string }
      const statement: unknown = JSON.parse(Buffer.from(payload, 'base64').toString())
      expect(statement).toMatchObject({
        subject: [{ digest: { sha256: imageOf(ended).digest.replace('sha256:', '') } }],
        predicate: JSON.parse(readFileSync(document, 'utf8')) as object,
      })
    }, 120_000)
  })

  it('fails where the registry takes the image and not the SBOM, and says so', async () => {
    const refusing = {
      on: ({ method, url }: { readonly method: string; readonly url: string }) =>
        method === 'PUT' && url.includes('/manifests/sha256-'),
      answer: {
        status: 400,
        body: '{"errors":[{"code":"MANIFEST_INVALID","message":"unknown media type"}]}',
      },
    }
    const proxy = await startFaultRegistry([refusing], registry.address)
    const name = `${proxy.address}/o/bare`
    const action = installedAction()
    const workspace = service()
    const step = await runStep(action, 'main', {
      workspace,
      inputs: {
        main: '.=svc',
        budget: 'none',
        push: 'true',
        image: name,
        tags: 'v1',
        sbom: 'referrer',
        cache: 'false',
      },
      env: { SOURCE_DATE_EPOCH: '1700000000' },
    })
    expect(step.exitCode).toBe(2)
    expect(step.stdout).toContain('MANIFEST_INVALID: unknown media type')
    expect(step.stdout).toContain(`The image is at ${name}:v1, and its SBOM is not in ${name}.`)
    expect(step.outputs['tags']).toBe(`${name}:v1`)
    await proxy.stop()
  }, 120_000)
})
