import { describe, expect, it } from '@jest/globals'
import { lstatSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { bantam, sharedGoCache, temporaryDirectory } from '../support/cli.ts'
import { installedAction, runStep } from '../support/runner.ts'

const env = { XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }
const action = installedAction()

/** A checkout with links that a pull request could hold, and a home that is none of its business. */
function checkout() {
  const root = temporaryDirectory('links')
  const [workspace, home] = [path.join(root, 'work', 'repo'), path.join(root, 'home')]
  for (const directory of [workspace, path.join(workspace, 'deep'), home, path.join(home, 'svc')])
    mkdirSync(directory, { recursive: true })
  writeFileSync(path.join(workspace, 'go.mod'), 'module example.com/small\n\ngo 1.24\n')
  writeFileSync(path.join(workspace, 'main.go'), 'package main\n\nfunc main() {}\n')
  writeFileSync(path.join(home, 'config.json'), 'hunter2')
  const link = (name: string, target: string) => symlinkSync(target, path.join(workspace, name))
  link('app.yaml', '../../home/config.json')
  link('deep/up', '../../../home')
  link('deep/again', 'up/config.json')
  link('report.json', path.join(home, 'new.json'))
  link('page.html', path.join(home, 'new.html'))
  link('out', '../../home')
  return { workspace, home }
}

describe.each(['action', 'command line'] as const)('%s: a link in the checkout', surface => {
  const run = async (workspace: string, inputs: Readonly<Record<string, string>>) => {
    const given = { budget: '3MB', pack: 'off', ...inputs }
    if (surface === 'action') {
      const ended = await runStep(action, 'main', { workspace, inputs: { cache: 'false', ...given }, env })
      return { exitCode: ended.exitCode, said: ended.stdout + ended.stderr + ended.summary }
    }
    const flags = Object.entries(given).flatMap(([name, value]) => [`--${name}`, value])
    const ended = await bantam(['build', ...flags], { cwd: workspace, env: { ...process.env, ...env } })
    return { exitCode: ended.exitCode, said: ended.stdout + ended.stderr }
  }

  it.each<Readonly<Record<string, string>>>([
    { files: 'app.yaml:/app.yaml' },
    { files: 'deep/again:/app.yaml' },
    { files: 'deep/up/config.json:/app.yaml' },
    { files: 'out:/out' },
    { files: 'deep:/deep' },
    { files: '/proc/self/environ:/env' },
    { 'working-directory': 'out/svc' },
    { certificates: 'app.yaml' },
    { 'extra-certificates': 'deep/again' },
    { 'go-version-file': 'app.yaml' },
    { binary: 'app.yaml' },
    { baseline: './app.yaml' },
    { report: 'report.json' },
    { report: 'page.json' },
    { report: 'out/.ssh/report.json' },
    { output: 'out/layout' },
    { output: 'deep/up/image.tar' },
    { binaries: 'out/dist' },
    { binaries: 'out' },
  ])('leads nowhere with %j', async inputs => {
    const { workspace, home } = checkout()
    const { exitCode, said } = await run(workspace, inputs)
    expect(exitCode).toBe(2)
    expect(said).toMatch(/leads (?:out|to)/)
    expect(said).not.toContain('hunter2')
    expect(readdirSync(home).sort()).toEqual(['config.json', 'svc'])
  })

  it('is followed where it stays within', async () => {
    const { workspace } = checkout()
    symlinkSync('deep', path.join(workspace, 'built'))
    symlinkSync('../main.go', path.join(workspace, 'deep/source'))
    const { exitCode, said } = await run(workspace, {
      files: 'deep/source:/main.go',
      output: 'built/layout',
      report: 'built/r.json',
    })
    expect({ exitCode, said }).toMatchObject({ exitCode: 0 })
    expect(readdirSync(path.join(workspace, 'deep'))).toEqual(
      expect.arrayContaining(['layout', 'r.json', 'r.html']),
    )
  })
})

it.each(['.bantam', '.bantam/small'])('%s that leads out of the checkout is not written to', async name => {
  const { workspace, home } = checkout()
  const place = path.join(workspace, name)
  mkdirSync(path.dirname(place), { recursive: true })
  symlinkSync(path.relative(path.dirname(place), home), place)
  const ended = await bantam(['build', '--pack', 'off', '--budget', '3MB'], {
    cwd: workspace,
    env: { ...process.env, ...env },
  })
  expect(ended.exitCode).toBe(2)
  expect(ended.stderr).toMatch(
    /^error: Nothing was written to \.bantam\/small: it leads out of the workspace through a link/m,
  )
  expect(lstatSync(place).isSymbolicLink()).toBe(true)
  expect(readdirSync(home).sort()).toEqual(['config.json', 'svc'])
})
