import { describe, expect, it } from '@jest/globals'
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findTool, installTool, toolCacheOf } from '../../src/host/tool-cache.ts'
import type { Host } from '../../src/host/host.ts'
import { testHost } from '../support/host.ts'
import { hostSource, nodeProcess } from '../support/node-process.ts'

function cachingHost(): Host {
  const { cwd } = testHost()
  return testHost({ cwd, env: { ...process.env, RUNNER_TOOL_CACHE: path.join(cwd, 'cache') } })
}

/** As setup-go and the hosted images leave it. */
function lay(host: Host, version: string, { arch = 'x64', complete = true } = {}): string {
  const directory = path.join(toolCacheOf(host), 'go', version, arch)
  mkdirSync(path.join(directory, 'bin'), { recursive: true })
  writeFileSync(path.join(directory, 'bin', 'go'), version)
  if (complete) writeFileSync(`${directory}.complete`, '')
  return directory
}

const fill = (content: string) => async (directory: string) =>
  writeFileSync(path.join(directory, 'tool'), content)

describe('toolCacheOf', () => {
  it("is the runner's, or one that is kept", () => {
    expect(toolCacheOf(testHost({ env: { RUNNER_TOOL_CACHE: '/opt/tools' } }))).toBe('/opt/tools')
    expect(toolCacheOf(testHost({ env: { RUNNER_TOOL_CACHE: 'tools' }, kept: '/kept' }))).toBe('/kept/tools')
    expect(toolCacheOf(testHost({ env: {}, kept: '/home/me/.cache/bantam' }))).toBe(
      '/home/me/.cache/bantam/tools',
    )
  })
})

const RANGES = [
  { range: '*', found: '1.26.6' },
  { range: '1.25', found: '1.25.13' },
  { range: '>=1.24.0 <1.26.0', found: '1.25.13' },
  { range: '1.25.9', found: '1.25.9' },
  { range: '>=1.26.7', found: null },
  { range: '1.24', found: null },
  { range: '1.23', found: null },
] as const

function laidOut(): Host {
  const host = cachingHost()
  for (const version of ['1.25.9', '1.25.13', '1.26.6']) lay(host, version)
  lay(host, '1.26.9', { complete: false })
  lay(host, '1.24.13', { arch: 'arm64' })
  mkdirSync(path.join(toolCacheOf(host), 'go', '1.23.1'), { recursive: true })
  writeFileSync(path.join(toolCacheOf(host), 'go', '1.23.1', 'x64.complete'), '')
  mkdirSync(path.join(toolCacheOf(host), 'go', 'not-a-version', 'x64'), { recursive: true })
  return host
}

describe('findTool', () => {
  it.each(RANGES)('gives for $range the highest that is whole: $found', async ({ range, found }) => {
    const tool = await findTool(laidOut(), 'go', range, 'x64')
    expect(tool?.version ?? null).toBe(found)
    expect(tool?.directory.endsWith(path.join('go', found ?? '', 'x64')) ?? true).toBe(true)
  })

  it("gives the same on a runner, by the runner's own library", async () => {
    const host = laidOut()
    const script = `import { findTool } from './src/host/tool-cache.ts'
      const host = ${hostSource(host.cwd, "surface: 'action'")}
      const found = []
      for (const range of ${JSON.stringify(RANGES.map(({ range }) => range))})
        found.push(await findTool(host, 'go', range, 'x64'))
      console.log('\\nfound ' + JSON.stringify(found))
      console.log('cache ' + process.env.RUNNER_TOOL_CACHE)`
    const { stdout } = nodeProcess(script, { env: { RUNNER_TOOL_CACHE: toolCacheOf(host) } })
    const said = await stdout
    const expected = await Promise.all(RANGES.map(({ range }) => findTool(host, 'go', range, 'x64')))
    expect(said).toContain(`\nfound ${JSON.stringify(expected)}\n`)
    expect(said).toContain(`\ncache ${toolCacheOf(host)}\n`)
    // The runner shows these where debugging is on; they are why a terminal does without the library.
    expect(said).toContain('::debug::')
  })

  it('finds nothing where there is no such tool', async () => {
    expect(await findTool(cachingHost(), 'go', '*', 'x64')).toBeNull()
    expect(await findTool(laidOut(), 'upx', '*', 'x64')).toBeNull()
  })
})

describe('installTool', () => {
  it('gives what findTool then finds', async () => {
    const host = cachingHost()
    const tool = await installTool(host, 'upx', '4.2.4', 'x64', fill('upx'))
    expect(tool.directory).toBe(path.join(toolCacheOf(host), 'upx', '4.2.4', 'x64'))
    expect(await findTool(host, 'upx', '4.2.4', 'x64')).toEqual(tool)
    expect(readdirSync(path.dirname(tool.directory)).sort()).toEqual(['x64', 'x64.complete'])
  })

  it('shows nothing to others until it is whole', async () => {
    const host = cachingHost()
    await installTool(host, 'go', '1.26.8', 'x64', async directory => {
      await fill('half')(directory)
      expect(await findTool(host, 'go', '*', 'x64')).toBeNull()
    })
    expect(await findTool(host, 'go', '*', 'x64')).not.toBeNull()
  })

  it('leaves nothing where filling fails', async () => {
    const host = cachingHost()
    const failing = async (directory: string) => {
      await fill('half')(directory)
      throw new Error('the archive is damaged')
    }
    await expect(installTool(host, 'go', '1.26.8', 'x64', failing)).rejects.toThrow('the archive is damaged')
    expect(readdirSync(path.join(toolCacheOf(host), 'go', '1.26.8'))).toEqual([])
  })

  it('lets ten at once have one whole tool', async () => {
    const host = cachingHost()
    const tools = await Promise.all(
      Array.from({ length: 10 }, (_, job) => installTool(host, 'go', '1.26.8', 'x64', fill(`by ${job}`))),
    )
    expect(new Set(tools.map(({ directory }) => directory)).size).toBe(1)
    const parent = path.join(toolCacheOf(host), 'go', '1.26.8')
    expect(readdirSync(parent).sort()).toEqual(['x64', 'x64.complete'])
    expect(readFileSync(path.join(parent, 'x64', 'tool'), 'utf8')).toMatch(/^by \d$/)
  })

  it('leaves what another job finished meanwhile as it is', async () => {
    const host = cachingHost()
    await installTool(host, 'go', '1.26.8', 'x64', async slow => {
      await installTool(host, 'go', '1.26.8', 'x64', fill('by the faster job'))
      await fill('by the slower job')(slow)
    })
    expect(readFileSync(path.join(toolCacheOf(host), 'go', '1.26.8', 'x64', 'tool'), 'utf8')).toBe(
      'by the faster job',
    )
  })

  it('replaces what an interrupted install left without its mark', async () => {
    const host = cachingHost()
    const directory = lay(host, '1.26.8', { complete: false })
    const tool = await installTool(host, 'go', '1.26.8', 'x64', fill('whole'))
    expect(tool.directory).toBe(directory)
    expect(readdirSync(directory)).toEqual(['tool'])
    expect(readdirSync(path.dirname(directory)).sort()).toEqual(['x64', 'x64.complete'])
  })

  it('is never found where it was killed, and is done anew', async () => {
    const { cwd } = testHost()
    const script = `import { installTool } from './src/host/tool-cache.ts'
      import { writeFileSync } from 'node:fs'
      const host = ${hostSource(cwd)}
      await installTool(host, 'go', '1.26.8', 'x64', async directory => {
        writeFileSync(directory + '/tool', 'half')
        console.log('filling')
        await new Promise(resolve => setTimeout(resolve, 60_000))
      })`
    const { child, stdout } = nodeProcess(script, { env: { RUNNER_TOOL_CACHE: '' } })
    await new Promise(resolve => child.stdout?.once('data', resolve))
    child.kill('SIGKILL')
    await stdout
    const host = testHost({ cwd, kept: path.join(cwd, 'kept'), env: {} })
    const parent = path.join(toolCacheOf(host), 'go', '1.26.8')
    expect(readdirSync(parent)).toEqual([expect.stringMatching(/^\.tmp-/)])
    expect(await findTool(host, 'go', '*', 'x64')).toBeNull()
    // A day later the leavings go too.
    const dayAgo = Date.now() / 1000 - 25 * 60 * 60
    utimesSync(path.join(parent, readdirSync(parent)[0] ?? ''), dayAgo, dayAgo)
    await installTool(host, 'go', '1.26.8', 'x64', fill('whole'))
    expect(readdirSync(parent).sort()).toEqual(['x64', 'x64.complete'])
  })

  it('says so where the cache cannot be written', async () => {
    const { cwd } = testHost()
    const file = path.join(cwd, 'file')
    writeFileSync(file, '')
    const host = testHost({ env: { RUNNER_TOOL_CACHE: file } })
    await expect(installTool(host, 'go', '1.26.8', 'x64', fill(''))).rejects.toMatchObject({ code: 'write' })
    expect(existsSync(path.join(file, 'go'))).toBe(false)
  })
})
