import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type ActOptions, bringAction, runAct } from '../support/act.ts'
import { repository, runToEnd, temporaryDirectory } from '../support/cli.ts'
import { gitRepository, insteadOf } from '../support/git.ts'
import { gitHubServer, TOKEN, type GitHubServer } from '../support/github-api.ts'
import { HEAVIER, heavierPullRequest, type HeavierPullRequest, ORIGIN } from '../support/pull-request.ts'
import { tool } from '../support/oci-tools.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { describeWith } from '../support/tools.ts'

const PAGES = globSync('*.md', { cwd: path.join(repository, 'docs', 'how-to') }).sort()

/** The complete workflows of a page, by their place in a repository. */
function workflowsOf(page: string): ReadonlyMap<string, string> {
  const text = readFileSync(path.join(repository, 'docs', 'how-to', page), 'utf8')
  const blocks = text.matchAll(/^```yaml\n# (\.github\/workflows\/\S+)\n([\s\S]*?)^```$/gm)
  return new Map([...blocks].map(([, place = '', workflow = '']) => [place, workflow]))
}

/**
 * Stand in for actions that act cannot get here. The two that move artifacts need GitHub's service: the same inputs, a
 * directory on disk. The Node that one installs is the Node that runs the tests.
 */
const ACTIONS = {
  // What a cloud's login leaves: the address of the registry, or a token.
  'amazon-ecr-login': `outputs: { registry: { value: '\${{ steps.login.outputs.registry }}' } }
runs:
  using: composite
  steps: [{ id: login, shell: bash, run: 'test -e aws && echo "registry=$REGISTRY" >> "$GITHUB_OUTPUT"' }]
`,
  'configure-aws-credentials': `inputs: { role-to-assume: {}, aws-region: {} }
runs:
  using: composite
  steps: [{ shell: bash, run: 'test -n "\${{ inputs.role-to-assume }}" && touch aws' }]
`,
  auth: `inputs: { workload_identity_provider: {}, service_account: {}, token_format: {} }
outputs: { access_token: { value: '\${{ steps.auth.outputs.token }}' } }
runs:
  using: composite
  steps:
    - id: auth
      shell: bash
      run: test '\${{ inputs.token_format }}' = access_token && echo token=ya29 >> "$GITHUB_OUTPUT"
`,
  login: `inputs: { client-id: {}, tenant-id: {}, subscription-id: {} }
runs:
  using: composite
  steps: [{ shell: bash, run: 'touch azure' }]
`,
  // Both sign with an identity that GitHub gives a job; what they are given can be seen here too.
  attest: `inputs: { subject-name: {}, subject-digest: {}, sbom-path: {}, push-to-registry: {} }
runs:
  using: composite
  steps:
    - shell: bash
      run: |
        echo '\${{ inputs.subject-name }}@\${{ inputs.subject-digest }} \${{ inputs.push-to-registry }}' >> "$ARTIFACTS/attested"
        test -z '\${{ inputs.sbom-path }}' || cp '\${{ inputs.sbom-path }}' "$ARTIFACTS/attested.spdx.json"
`,
  'cosign-installer': `runs:
  using: composite
  steps:
    - shell: bash
      run: |
        mkdir -p "$ARTIFACTS/bin"
        printf '%s\\n' '#!/bin/sh' 'echo "$@" >> "$ARTIFACTS/signed"' > "$ARTIFACTS/bin/cosign"
        chmod +x "$ARTIFACTS/bin/cosign"
        echo "$ARTIFACTS/bin" >> "$GITHUB_PATH"
`,
  'login-action': `inputs: { registry: {}, username: {}, password: {} }
runs:
  using: composite
  steps: [{ shell: bash, run: 'test -n "\${{ inputs.registry }}"' }]
`,
  'setup-node': `inputs: { node-version: {} }
runs:
  using: composite
  steps:
    - shell: bash
      run: node -e 'process.exitCode = Number(parseInt(process.versions.node) < \${{ inputs.node-version }})'
`,
  'setup-qemu-action': `runs:
  using: composite
  steps: [{ shell: bash, run: 'true' }]
`,
  'upload-artifact': `inputs: { name: {}, path: {} }
runs:
  using: composite
  steps:
    - shell: bash
      run: mkdir -p "$ARTIFACTS/\${{ inputs.name }}" && cp -r "\${{ inputs.path }}" "$ARTIFACTS/\${{ inputs.name }}/"
`,
  // Without the id of a run, those of the same run; several by a pattern, each in a folder of its own.
  'download-artifact': `inputs: { name: {}, pattern: {}, path: {}, run-id: {}, github-token: {} }
runs:
  using: composite
  steps:
    - shell: bash
      run: |
        mkdir -p '\${{ inputs.path }}'
        if test -n '\${{ inputs.pattern }}'; then cp -r "$ARTIFACTS"/\${{ inputs.pattern }} '\${{ inputs.path }}'
        else cp -r "$ARTIFACTS/\${{ inputs.name }}"/. '\${{ inputs.path }}'
        fi
`,
}

/** Writes down what it is called with, and the names of the files that it uploads; there is no release yet. */
const GH = `#!/bin/sh
echo "$@" >> "$CALLED"
case "$2" in
  view) exit 1 ;;
  upload) for file in "$@"; do test ! -f "$file" || basename "$file" >> "$CALLED"; done ;;
esac
`

/** A checkout with a page's workflows in it; the action is this one, and its registry the one that runs here. */
function withWorkflows(pull: HeavierPullRequest, commit: string, page: string, registry = 'ghcr.io'): string {
  const workspace = pull.checkout(commit)
  const github = path.join(workspace, '.github')
  bringAction(workspace)
  mkdirSync(path.join(github, 'workflows'))
  for (const [name, text] of Object.entries(ACTIONS)) {
    mkdirSync(path.join(github, name))
    writeFileSync(path.join(github, name, 'action.yml'), text)
  }
  const workflows = workflowsOf(page)
  expect(workflows.size).toBeGreaterThan(0)
  for (const [place, text] of workflows) {
    const here = text
      .replaceAll(/OWNER\/bantam(\/\w+)?@\S+/g, './.github/bantam$1')
      .replaceAll(
        /(?:actions|docker|sigstore|aws-actions|google-github-actions|azure)\/(setup-node|setup-qemu-action|upload-artifact|download-artifact|attest|login-action|cosign-installer|amazon-ecr-login|configure-aws-credentials|auth|login)@\S+/g,
        './.github/$1',
      )
      .replaceAll(
        /(?:ghcr\.io|europe-docker\.pkg\.dev\/acme|acme\.azurecr\.io|registry\.acme\.internal)\//g,
        `${registry}/`,
      )
      // What act knows of GitHub's actions it finds in the checkout.
      .replace(/steps:\n(?! +- uses: actions\/checkout)/, '$&      - uses: actions/checkout@v7\n')
    writeFileSync(path.join(workspace, place), here)
  }
  return workspace
}

const BANTAM = 'https://github.com/OWNER/bantam'

/** What a release of Bantam has in its repository. */
function releasedBantam(): string {
  const { directory, git } = gitRepository()
  for (const part of ['dist', 'package.json'])
    cpSync(path.join(repository, part), path.join(directory, part), { recursive: true })
  git('add', '-A')
  git('commit', '-q', '-m', 'dist')
  git('tag', 'v0.1.0')
  return directory
}

describeWith(['act', 'docker-registry', 'git', 'go', 'upx'], 'the workflows of the how-to pages', () => {
  let registry: TestRegistry
  let pull: HeavierPullRequest
  const released = releasedBantam()
  beforeAll(async () => {
    registry = await startRegistry()
    pull = heavierPullRequest()
  })
  afterAll(() => registry.stop())

  /** What GitHub says of the pull request. */
  const opened = () => ({
    action: 'opened',
    number: 7,
    pull_request: {
      number: 7,
      base: { ref: 'main', sha: pull.base },
      head: { ref: 'heavier', sha: pull.head },
    },
  })

  /** Runs one with a GitHub of its own. */
  async function run(workspace: string, { env, ...options }: ActOptions): Promise<Run> {
    const head = { label: 'forker:heavier', sha: pull.head }
    const gitHub = await gitHubServer({ pullRequests: [{ number: 7, state: 'open', head }] })
    const ended = await runAct(workspace, {
      ...options,
      secrets: { GITHUB_TOKEN: TOKEN },
      env: {
        GITHUB_API_URL: gitHub.url,
        ...insteadOf({ [ORIGIN]: pull.upstream, [BANTAM]: released }),
        ...env,
      },
    })
    await gitHub.stop()
    return { exitCode: ended.exitCode, said: ended.stdout + ended.stderr, gitHub }
  }

  interface Run {
    readonly exitCode: number | null
    readonly said: string
    readonly gitHub: GitHubServer
  }

  it('gate pull requests on size', async () => {
    const page = 'gate-pull-requests-on-size.md'
    const main = withWorkflows(pull, pull.base, page, registry.address)
    const pushed = await run(main, {
      event: 'push',
      payload: { ref: 'refs/heads/main', after: pull.base },
      env: { GITHUB_REF: 'refs/heads/main', GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' },
    })
    expect(pushed.said).toMatch(/push +1 tag/)
    expect(pushed.exitCode).toBe(0)
    expect(pushed.gitHub.requests).toEqual([])

    const workspace = withWorkflows(pull, pull.merge, page, registry.address)
    const pulled = await run(workspace, { event: 'pull_request', payload: opened() })
    expect(pulled.said).toContain(`commit ${pull.base.slice(0, 7)}`)
    expect(pulled.said).toMatch(/image of linux\/amd64 grew by .* limit of \+50 kB/)
    expect(pulled.exitCode).toBe(1)
    const [comment, ...more] = pulled.gitHub.comments
    expect(more).toEqual([])
    expect(comment?.body).toContain(HEAVIER)
  }, 120_000)

  it('several platforms', async () => {
    const page = 'several-platforms.md'
    const workspace = withWorkflows(pull, pull.base, page, registry.address)
    const env = { GITHUB_REF: 'refs/heads/main', GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' }
    const payload = { ref: 'refs/heads/main', after: pull.base }
    const one = { workflow: '.github/workflows/image.yml', event: 'push', payload, env }
    const pushed = await run(workspace, one)
    expect(pushed.said).toMatch(/linux\/amd64[\s\S]*linux\/arm64[\s\S]*push +1 tag/)
    expect(pushed.exitCode).toBe(0)

    const artifacts = { ...env, ARTIFACTS: temporaryDirectory('artifacts') }
    const several = { ...one, workflow: '.github/workflows/matrix.yml', env: artifacts }
    const merged = await run(workspace, several)
    expect(merged.said).toMatch(
      /image .*within budget, linux\/amd64[\s\S]*image .*within budget, linux\/arm64/,
    )
    expect(merged.exitCode).toBe(0)
  }, 240_000)

  it('several services', async () => {
    const page = 'several-services.md'
    const own = await startRegistry()
    const workspace = withWorkflows(pull, pull.base, page, own.address)
    const text = readFileSync(path.join(repository, 'docs', 'how-to', page), 'utf8')
    const [, file = ''] = /^```yaml\n(# bantam\.yaml\n[\s\S]*?)^```$/m.exec(text) ?? []
    const main = 'package main\n\nfunc main() { println("hello") }\n'
    const files = {
      'bantam.yaml': file.replaceAll('ghcr.io/', `${own.address}/`),
      'cmd/api/main.go': main,
      'cmd/web/main.go': main,
      'web/static/index.html': 'hello',
      'services/mailer/go.mod': 'module example.com/mailer\n\ngo 1.21\n',
      'services/mailer/main.go': main,
    }
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true })
      writeFileSync(path.join(workspace, name), content)
    }
    const pushed = await run(workspace, {
      event: 'push',
      payload: { ref: 'refs/heads/main', after: pull.base },
      env: { GITHUB_REF: 'refs/heads/main', GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' },
    })
    expect(pushed.said).toMatch(/This run pushes \S+\/acme\/shop-api:main and 2 more/)
    expect(pushed.exitCode).toBe(0)
    for (const name of ['api', 'web', 'mailer']) {
      const tags = await fetch(`http://${own.address}/v2/acme/shop-${name}/tags/list`)
      expect(await tags.json()).toMatchObject({ tags: ['main'] })
    }
    await own.stop()
  }, 180_000)

  it('sign and attest', async () => {
    const page = 'sign-and-attest.md'
    const artifacts = temporaryDirectory('artifacts')
    // The tag of the others holds several platforms by now.
    const own = await startRegistry()
    const env = {
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_REF_TYPE: 'branch',
      ARTIFACTS: artifacts,
    }
    const payload = { ref: 'refs/heads/main', after: pull.base }
    const workspace = withWorkflows(pull, pull.base, page, own.address)
    for (const workflow of ['attest', 'sign']) {
      const file = `.github/workflows/${workflow}.yml`
      const { exitCode, said } = await run(workspace, { workflow: file, event: 'push', payload, env })
      expect(said).toMatch(/push +1 tag/)
      expect(exitCode).toBe(0)
    }
    const recorded = (name: string) => readFileSync(path.join(artifacts, name), 'utf8').trim().split('\n')
    const [first = '', second] = recorded('attested')
    expect(first).toMatch(new RegExp(`^${own.address}/\\S+@sha256:[0-9a-f]{64} true$`))
    expect(second).toBe(first)
    const [attested = ''] = first.split(' ')
    const [repositoryName, digest] = attested.split('@')
    const name = repositoryName?.replace(`${own.address}/`, '').toLowerCase()
    const answer = await fetch(`http://${own.address}/v2/${name}/manifests/${digest}`, {
      headers: { accept: 'application/vnd.oci.image.manifest.v1+json' },
    })
    expect(answer.status).toBe(200)
    expect(JSON.parse(recorded('attested.spdx.json').join('\n'))).toMatchObject({ spdxVersion: 'SPDX-2.3' })
    expect(recorded('signed')).toEqual([
      expect.stringMatching(new RegExp(`^sign --yes ${own.address}/\\S+@sha256:[0-9a-f]{64}$`)),
      expect.stringMatching(
        /^attest --yes --type spdxjson --predicate \S+\/sbom\.spdx\.json \S+@sha256:[0-9a-f]{64}$/,
      ),
    ])
    await own.stop()
  }, 180_000)

  it('understand a growth', async () => {
    const artifacts = temporaryDirectory('artifacts')
    const workspace = withWorkflows(pull, pull.merge, 'understand-a-growth.md')
    const env = { ARTIFACTS: artifacts }
    const { exitCode, gitHub } = await run(workspace, { event: 'pull_request', payload: opened(), env })
    expect(exitCode).toBe(1)
    expect(gitHub.comments.map(({ body }) => body)).toEqual([expect.stringContaining(HEAVIER)])
    const page = readFileSync(path.join(artifacts, 'size-report', 'bantam.html'), 'utf8')
    expect(page).toMatch(/^<!doctype html>/i)
    expect(page).toContain('barcode')
  }, 120_000)

  it('comment from forks', async () => {
    const artifacts = temporaryDirectory('artifacts')
    const page = 'comment-from-forks.md'
    const env = { ARTIFACTS: artifacts }
    const workspace = withWorkflows(pull, pull.merge, page)
    const first = { workflow: '.github/workflows/size.yml', event: 'pull_request' }
    const weighed = await run(workspace, { ...first, payload: opened(), env })
    expect(weighed.exitCode).toBe(1)
    expect(weighed.gitHub.requests).toEqual([])

    const second = withWorkflows(pull, pull.base, page)
    const completed = {
      action: 'completed',
      workflow_run: {
        id: 41,
        event: 'pull_request',
        head_branch: 'heavier',
        head_sha: pull.head,
        head_repository: { owner: { login: 'forker' }, full_name: 'forker/r' },
        pull_requests: [],
      },
    }
    const workflow = '.github/workflows/size-comment.yml'
    const commented = await run(second, { workflow, event: 'workflow_run', payload: completed, env })
    expect(commented.exitCode).toBe(0)
    expect(commented.gitHub.comments.map(({ body }) => body)).toEqual([expect.stringContaining(HEAVIER)])
  }, 120_000)

  it('publish a release', async () => {
    const workspace = withWorkflows(pull, pull.base, 'publish-a-release.md', registry.address)
    const called = path.join(temporaryDirectory('gh'), 'called')
    const tools = path.dirname(called)
    // The release is not there yet. What is uploaded is what lies beside checksums.txt.
    writeFileSync(path.join(tools, 'gh'), GH, { mode: 0o755 })
    const released = await run(workspace, {
      event: 'push',
      payload: { ref: 'refs/tags/v1.4.0', after: pull.base },
      env: {
        GITHUB_REF: 'refs/tags/v1.4.0',
        GITHUB_REF_NAME: 'v1.4.0',
        GITHUB_REF_TYPE: 'tag',
        CALLED: called,
        PATH: `${tools}${path.delimiter}${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH']}`,
      },
    })
    expect(released.said).toMatch(/This run pushes \S+:1\.4\.0 and 2 more if nothing fails/)
    expect(released.said).toMatch(/push +3 tags/)
    expect(released.exitCode).toBe(0)
    const [view, create, upload, ...names] = readFileSync(called, 'utf8').trim().split('\n')
    expect([view, create]).toEqual([
      'release view v1.4.0',
      'release create v1.4.0 --verify-tag --generate-notes',
    ])
    expect(upload).toMatch(/^release upload v1\.4\.0 .* --clobber$/)
    expect(names).toEqual([
      'binaries.json',
      'checksums.txt',
      'service_1.4.0_linux_amd64',
      'service_1.4.0_linux_amd64-linked',
      'service_1.4.0_linux_arm64',
      'service_1.4.0_linux_arm64-linked',
    ])
  }, 180_000)

  it('from a Dockerfile', async () => {
    const workspace = withWorkflows(pull, pull.base, 'from-a-dockerfile.md', registry.address)
    const { exitCode, said } = await run(workspace, {
      event: 'pull_request',
      payload: opened(),
      env: { GITHUB_REF_TYPE: 'branch' },
    })
    expect(said).toMatch(/assemble +service/)
    expect(said).toMatch(/smoke test/)
    expect(exitCode).toBe(0)
  }, 120_000)

  it('cloud registries', async () => {
    const own = await startRegistry()
    const tools = temporaryDirectory('az')
    const login = { auths: { [own.address]: { auth: Buffer.from('acme:secret').toString('base64') } } }
    const az = `#!/bin/sh\ntest "$*" = 'acr login --name acme' && echo '${JSON.stringify(login)}' > "$DOCKER_CONFIG/config.json"\n`
    writeFileSync(path.join(tools, 'az'), az, { mode: 0o755 })
    const workspace = withWorkflows(pull, pull.base, 'cloud-registries.md', own.address)
    for (const [workflow, repositoryName] of [
      ['ecr', 'acme/api'],
      ['artifact-registry', 'images/api'],
      ['acr', 'api'],
    ]) {
      const { exitCode, said } = await run(workspace, {
        workflow: `.github/workflows/${workflow}.yml`,
        event: 'push',
        payload: { ref: 'refs/heads/main', after: pull.base },
        env: {
          GITHUB_REF: 'refs/heads/main',
          GITHUB_REF_NAME: 'main',
          GITHUB_REF_TYPE: 'branch',
          REGISTRY: own.address,
          DOCKER_CONFIG: tools,
          PATH: `${tools}${path.delimiter}${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH']}`,
        },
      })
      expect(said).toMatch(new RegExp(`This run pushes ${own.address}/${repositoryName}:main`))
      expect(exitCode).toBe(0)
    }
    await own.stop()
  }, 180_000)

  it('air-gapped runner', async () => {
    const own = await startRegistry()
    const workspace = withWorkflows(pull, pull.base, 'air-gapped-runner.md', own.address)
    const { exitCode, said } = await run(workspace, {
      event: 'push',
      payload: { ref: 'refs/heads/main', after: pull.base },
      env: { GITHUB_REF: 'refs/heads/main', GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch' },
    })
    expect(said).toMatch(/push +1 tag/)
    expect(exitCode).toBe(0)
    await own.stop()
  }, 120_000)

  it('self-hosted runners', async () => {
    const workspace = withWorkflows(pull, pull.base, 'self-hosted-runners.md', registry.address)
    const { exitCode, said } = await run(workspace, { event: 'pull_request', payload: opened() })
    expect(said).toMatch(/prove +same code/)
    expect(exitCode).toBe(0)
  }, 120_000)

  it('files, users, volumes', async () => {
    const workspace = withWorkflows(pull, pull.base, 'files-users-volumes.md', registry.address)
    const files = { 'web/docs/a.html': 'a', 'config/mailer.yaml': 'port: 25' }
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true })
      writeFileSync(path.join(workspace, name), text)
    }
    const { exitCode, said } = await run(workspace, {
      event: 'push',
      payload: { ref: 'refs/heads/mailer', after: pull.base },
      // A tag of its own: another page pushes several platforms as main, and one platform does not replace them.
      env: { GITHUB_REF: 'refs/heads/mailer', GITHUB_REF_NAME: 'mailer', GITHUB_REF_TYPE: 'branch' },
    })
    expect(said).toMatch(/assemble +2 files, mailer/)
    expect(exitCode).toBe(0)
    const reference = `docker://${registry.address}/o/r:mailer`
    const inspect = ['inspect', '--config', '--raw', '--tls-verify=false', reference]
    expect(JSON.parse(tool('skopeo', inspect))).toMatchObject({
      config: {
        User: '1000:1000',
        Env: ['HOME=/home/mailer'],
        Entrypoint: ['/mailer'],
        Cmd: ['serve'],
        Volumes: { '/data': {} },
        Healthcheck: { Test: ['CMD', '/mailer', 'health'], Interval: 15e9, Timeout: 3e9 },
      },
    })
  }, 120_000)

  it('make it smaller', async () => {
    const workspace = withWorkflows(pull, pull.base, 'make-it-smaller.md')
    const { exitCode, said } = await run(workspace, { event: 'workflow_dispatch' })
    expect(said).toMatch(/no inlining, −[\d.]+ kB to pull/)
    expect(said).toContain('--build-flags=-gcflags=all=-l')
    expect(exitCode).toBe(0)
  }, 120_000)
})

describeWith(['actionlint'], 'the workflows of', () => {
  it.each(PAGES)('%s are sound to actionlint', async page => {
    const directory = temporaryDirectory('how-to')
    mkdirSync(path.join(directory, '.github', 'workflows'), { recursive: true })
    const workflows = workflowsOf(page)
    for (const [place, text] of workflows) writeFileSync(path.join(directory, place), text)
    const files = [...workflows.keys()]
    expect(files.length).toBeGreaterThan(0)
    const ended = await runToEnd('actionlint', ['-no-color', ...files], { cwd: directory })
    expect(ended).toEqual({ exitCode: 0, stdout: '', stderr: '' })
  })
})
