import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse, stringify } from 'yaml'
import { bringAction, commitAll, runAct } from '../support/act.ts'
import { repository, temporaryDirectory } from '../support/cli.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { describeWith } from '../support/tools.ts'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly if?: string
}

interface Job {
  readonly outputs?: Readonly<Record<string, string>>
  readonly permissions?: Readonly<Record<string, string>>
  readonly needs?: string | readonly string[]
  readonly steps: readonly Step[]
}

interface Workflow {
  readonly on: {
    readonly workflow_call: {
      readonly inputs: Readonly<Record<string, { readonly description?: string }>>
    }
  }
  readonly permissions: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

const FILE = path.join(repository, '.github/workflows/release.yml')
const workflow = parse(readFileSync(FILE, 'utf8')) as Workflow

describe('the reusable workflow', () => {
  const { jobs } = workflow

  it('gives each job what it needs, and no more', () => {
    const permissions = Object.entries(jobs).map(([name, job]) => [name, job.permissions])
    expect(workflow.permissions).toEqual({ contents: 'read' })
    expect(Object.fromEntries(permissions)).toEqual({
      plan: undefined,
      build: { contents: 'read', packages: 'write' },
      merge: { contents: 'read', packages: 'write', 'pull-requests': 'write' },
      attest: { attestations: 'write', 'id-token': 'write', packages: 'write' },
      verify: { attestations: 'read', packages: 'read' },
    })
  })

  it('runs nothing of the caller where tags are moved and where attestations are signed', () => {
    for (const name of ['merge', 'attest', 'verify']) {
      const steps = jobs[name]?.steps ?? []
      expect(steps.filter(({ with: inputs }) => inputs?.['path'] === 'source')).toEqual([])
      expect(steps.flatMap(({ run }) => run ?? []).filter(text => text.includes('${{'))).toEqual([])
    }
  })

  it('hands the id of the plan to the merge past the artifacts', () => {
    const merge = jobs['merge']?.steps.find(({ uses }) => uses === './bantam/merge')
    expect(jobs['plan']?.outputs?.['plan-id']).toBe('${{ steps.plan.outputs.plan-id }}')
    expect(merge?.with?.['plan-id']).toBe('${{ needs.plan.outputs.plan-id }}')
    expect(jobs['merge']?.needs).toContain('plan')
  })

  it('gives the plan and the jobs the same inputs', () => {
    const inputsOf = (name: string, uses: string) => {
      const step = jobs[name]?.steps.find(one => one.uses === uses)
      const own = ['plan', 'only', 'platforms', 'runners', 'registry-username', 'registry-password']
      return Object.fromEntries(Object.entries(step?.with ?? {}).filter(([input]) => !own.includes(input)))
    }
    expect(inputsOf('build', './bantam')).toEqual(inputsOf('plan', './bantam/plan'))
    expect(Object.keys(inputsOf('plan', './bantam/plan'))).toContain('budget')
  })
})

const SERVICE = {
  'go.mod': 'module example.com/tiny\n\ngo 1.21\n',
  'bantam.yaml': 'defaults: { pack: off }\nimages: { tiny: { main: .=tiny } }\n',
  'main.go': 'package main\n\nimport "runtime"\n\nfunc main() { println(runtime.GOARCH) }\n',
}

/**
 * The workflow as act can run it without GitHub: what its steps bring from elsewhere is copied, and nothing is signed.
 */
function asActRuns(source: string, bantam: string): string {
  const shared = temporaryDirectory('artifacts')
  const step = (one: Step): Step => {
    const { uses = '', with: inputs = {} } = one
    const { name = '', pattern = '', path: place = '' } = inputs
    const copy = (run: string) => ({ ...(one.if === undefined ? {} : { if: one.if }), run })
    if (uses.startsWith('actions/checkout@'))
      return copy(`mkdir -p ${place} && cp -r ${place === 'source' ? source : bantam}/. ${place}`)
    if (uses.startsWith('actions/upload-artifact@'))
      return { ...copy('mkdir -p "$TO" && cp "$FILE" "$TO"'), env: { TO: `${shared}/${name}`, FILE: place } }
    if (uses.startsWith('actions/download-artifact@') && pattern === '')
      return { ...copy(`mkdir -p ${place} && cp "$FROM"/* ${place}`), env: { FROM: `${shared}/${name}` } }
    if (uses.startsWith('actions/download-artifact@'))
      return {
        ...copy(`mkdir -p ${place} && cp -r "$FROM"* ${place}`),
        env: { FROM: `${shared}/${pattern.replace('*', '')}` },
      }
    return one
  }
  const kept = ['plan', 'build', 'merge'].map(name => {
    const job = workflow.jobs[name]
    return [name, { ...job, steps: job?.steps.map(step) }]
  })
  return stringify({ ...workflow, jobs: Object.fromEntries(kept) })
}

describeWith(['act', 'git', 'docker-registry', 'jq'], 'the reusable workflow, run by act', () => {
  let registry: TestRegistry
  beforeAll(async () => {
    registry = await startRegistry()
  })
  afterAll(() => registry.stop())

  async function released(budget: string) {
    const directory = temporaryDirectory('caller')
    for (const [name, text] of Object.entries(SERVICE)) writeFileSync(path.join(directory, name), text)
    const home = temporaryDirectory('bantam')
    bringAction(home)
    const workflows = path.join(directory, '.github', 'workflows')
    mkdirSync(workflows, { recursive: true })
    const bantam = path.join(home, '.github', 'bantam')
    writeFileSync(path.join(workflows, 'release.yml'), asActRuns(directory, bantam))
    const given = {
      image: `${registry.address}/o/tiny`,
      tags: 'v1',
      platforms: 'linux/amd64,linux/arm64',
      budget,
    }
    const call = { release: { uses: './.github/workflows/release.yml', with: { ...given, sbom: 'none' } } }
    writeFileSync(path.join(workflows, 'call.yml'), stringify({ on: 'push', jobs: call }))
    cpSync(path.join(repository, 'LICENSE'), path.join(directory, 'LICENSE'))
    await commitAll(directory)
    return runAct(directory, { event: 'push', workflow: '.github/workflows/call.yml' })
  }

  const tagAt = async (tag: string) => {
    const headers = { accept: 'application/vnd.oci.image.index.v1+json' }
    const answer = await fetch(`http://${registry.address}/v2/o/tiny/manifests/${tag}`, { headers })
    return answer.ok ? ((await answer.json()) as { readonly manifests: readonly object[] }) : null
  }

  it('moves no tag where a platform is over its budget, and then publishes both', async () => {
    const over = await released('image@linux/amd64: 3MB\nimage@linux/arm64: 1MB')
    expect(over.exitCode).not.toBe(0)
    expect(over.stdout).toContain('Over budget: image of linux/arm64')
    expect(await tagAt('v1')).toBeNull()

    const ended = await released('3MB')
    expect({ exitCode: ended.exitCode, said: ended.stdout + ended.stderr }).toMatchObject({ exitCode: 0 })
    expect((await tagAt('v1'))?.manifests).toMatchObject([
      { platform: { architecture: 'amd64' } },
      { platform: { architecture: 'arm64' } },
    ])
    expect(ended.stdout).toMatch(
      /set-output.*subjects=\[\{"name":"127\.0\.0\.1:\d+\/o\/tiny","digest":"sha256:/,
    )
  }, 300_000)
})
