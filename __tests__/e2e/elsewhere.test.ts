import { expect, it } from '@jest/globals'
import { symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { repository, runToEnd, sharedGoCache, temporaryDirectory } from '../support/cli.ts'
import { which } from '../support/tools.ts'

/** Has Node say that it runs on macOS: what asks for the system takes the branches of another one. */
const MACOS = `import os from 'node:os'
import { syncBuiltinESMExports } from 'node:module'
Object.defineProperty(process, 'platform', { value: 'darwin' })
os.platform = () => 'darwin'
syncBuiltinESMExports()
`

it('weigh, diff and diet work on macOS, without UPX, namespaces and apt', async () => {
  const directory = temporaryDirectory('elsewhere')
  const macos = path.join(directory, 'macos.mjs')
  writeFileSync(macos, MACOS)
  for (const command of ['bash', 'dirname', 'git', 'go', 'mktemp', 'rm'])
    symlinkSync(which(command) ?? command, path.join(directory, command))
  symlinkSync(process.execPath, path.join(directory, 'node'))
  const ended = await runToEnd(path.join(repository, '.ci', 'elsewhere'), [], {
    cwd: directory,
    env: {
      PATH: directory,
      HOME: directory,
      GOCACHE: sharedGoCache,
      // A newer Go is not what is tried here, and it would have to be downloaded.
      GOPROXY: 'off',
      NODE_OPTIONS: `--import=${pathToFileURL(macos).href}`,
    },
  })
  expect(ended.stdout).toMatch(/binary +1\.\d+ MB/)
  expect(ended.stdout).toMatch(/standard library, mostly crypto/)
  expect(ended.stdout).toContain('--build-flags=-gcflags=all=-l')
  expect(ended.stdout).toContain('UPX has no build for darwin/')
  expect(ended.exitCode).toBe(0)
}, 120_000)
