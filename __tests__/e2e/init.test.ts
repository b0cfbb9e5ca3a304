import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { bringAction, commitAll, runAct } from '../support/act.ts'
import { bantam, example, temporaryDirectory } from '../support/cli.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { describeWith } from '../support/tools.ts'

const WORKFLOW = '.github/workflows/bantam.yml'

const DOCKERFILE = `FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN make SERVICE
RUN touch /tmp/bantam-init-ran
FROM scratch
COPY --from=build /src/bin/SERVICE /usr/local/bin/SERVICE
COPY README.md /doc/
ENV MODE=production
EXPOSE 8080
USER 1000:1000
ENTRYPOINT ["/usr/local/bin/SERVICE"]
`

const MAKEFILE = `VERSION := $(shell git describe --tags)
SERVICE:
\tgo build -ldflags "-s -w -X main.version=$(VERSION)" -o bin/SERVICE .
`

/** An example of this repository, as a project that builds it with Docker and make. */
function addService(directory: string, name: string): void {
  cpSync(example(name), directory, { recursive: true })
  writeFileSync(path.join(directory, 'Dockerfile'), DOCKERFILE.replaceAll('SERVICE', name))
  writeFileSync(path.join(directory, 'Makefile'), MAKEFILE.replaceAll('SERVICE', name))
}

describeWith(['act', 'docker-registry', 'git', 'go', 'upx'], 'bantam init', () => {
  let registry: TestRegistry
  beforeAll(async () => {
    registry = await startRegistry()
  })
  afterAll(() => registry.stop())

  it('writes a workflow that is green on the first pull request', async () => {
    const directory = temporaryDirectory('init')
    addService(directory, 'hello')
    await commitAll(directory)

    const first = await bantam(['init'], { cwd: directory })
    expect(first).toMatchObject({ exitCode: 0 })
    expect(first.stdout).toContain(`${WORKFLOW} is written: one image, hello.`)
    expect(existsSync('/tmp/bantam-init-ran')).toBe(false)
    const workflow = readFileSync(path.join(directory, WORKFLOW), 'utf8')
    expect(workflow).toMatch(/main: \.=\/usr\/local\/bin\/hello\n/)
    expect(workflow).toMatch(/budget: \|\n +image: [\d.]+[kM]B\n +image: \+50kB\n/)

    const again = await bantam(['init'], { cwd: directory })
    expect(again.exitCode).toBe(2)
    expect(again.stdout).toContain(workflow)
    expect(again.stderr).toMatch(/error: .*is already there.*\[write\]\n$/)

    expect(await runHere(directory, workflow, registry)).toMatchObject({ exitCode: 0 })
  }, 240_000)

  it('describes several services in bantam.yaml, which builds all of them', async () => {
    const directory = temporaryDirectory('init')
    for (const name of ['hello', 'page']) {
      mkdirSync(path.join(directory, name))
      addService(path.join(directory, name), name)
    }
    await commitAll(directory)
    const first = await bantam(['init'], { cwd: directory })
    expect(first).toMatchObject({ exitCode: 0 })
    expect(first.stdout).toContain(`bantam.yaml and ${WORKFLOW} are written: 2 images, hello, page.`)
    const images = readFileSync(path.join(directory, 'bantam.yaml'), 'utf8')
    const workflow = readFileSync(path.join(directory, WORKFLOW), 'utf8')
    expect(images.replace(/image: [\d.]+[kM]B$/gm, 'image: SIZE')).toContain(`defaults:
  ldflags: '-X main.version={{.Version}}'
  env: MODE=production
  expose: '8080'
  user: '1000:1000'
images:
  hello:
    main: .=/usr/local/bin/hello
    working-directory: hello
    files: README.md:/doc/README.md
    budget: |
      image: SIZE
      image: +50kB
    image: ghcr.io/o/r/hello
  page:
`)

    const printed = await bantam(['init', '--stdout'], { cwd: directory })
    expect(printed.stdout).toBe(`==> bantam.yaml <==\n${images}\n==> ${WORKFLOW} <==\n${workflow}`)
    const again = await bantam(['init', '--no-build'], { cwd: directory })
    expect(again).toMatchObject({ exitCode: 2 })
    expect(again.stderr).toMatch(/error: .* were not written: bantam\.yaml is already there; .*\[write\]\n$/)

    const here = images.replaceAll('ghcr.io/', `${registry.address}/`)
    writeFileSync(path.join(directory, 'bantam.yaml'), here)
    const built = await bantam(['build', '--push'], { cwd: directory })
    expect(built).toMatchObject({ exitCode: 0 })
    for (const name of ['hello', 'page']) {
      const tags = await fetch(`http://${registry.address}/v2/o/r/${name}/tags/list`)
      expect(await tags.json()).toMatchObject({ name: `o/r/${name}`, tags: [expect.any(String)] })
    }

    const ended = await runHere(directory, workflow, registry)
    expect(ended).toMatchObject({ exitCode: 0 })
    expect(ended.stdout).toMatch(/Success - Main \.\/\.github\/bantam/)
  }, 300_000)

  it('fails in a directory without a project', async () => {
    const ended = await bantam(['init'], { cwd: temporaryDirectory('init') })
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' })
    expect(ended.stderr).toMatch(/^error: There is nothing to build in .*\. \[bad-input\]\n$/)
  })
})

/** Runs the workflow with the action of this repository, and with a registry that can be reached. */
async function runHere(directory: string, workflow: string, registry: TestRegistry) {
  mkdirSync(path.join(directory, '.github', 'workflows'), { recursive: true })
  const here = workflow
    .replaceAll(/OWNER\/bantam@\S+/g, './.github/bantam')
    .replaceAll('ghcr.io/', `${registry.address}/`)
  writeFileSync(path.join(directory, WORKFLOW), here)
  bringAction(directory)
  await commitAll(directory)
  return runAct(directory, { event: 'pull_request' })
}
