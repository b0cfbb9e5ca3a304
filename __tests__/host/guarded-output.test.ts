import { describe, expect, it } from '@jest/globals'
import { inChild, source } from '../github/in-child.ts'
import { commandsIn } from '../support/runner-commands.ts'

/** What a step's process writes on stdout and stderr together, as the runner reads both. */
async function written(script: string): Promise<string> {
  const { stdout, stderr } = await inChild(`
    import * as core from '@actions/core'
    import { runnerLog } from '${source('host/runner.ts')}'
    const log = runnerLog(process)
    ${script}
  `)
  return stdout + stderr
}

describe('a step whose log is made', () => {
  it.each([
    { name: 'the console', script: `console.log('::error::x'); console.error('::error::x\\n ##[error]x')` },
    { name: 'a line in pieces', script: `process.stdout.write(':'); process.stdout.write(':error::x\\n')` },
    {
      name: 'a line that Bantam cuts off',
      script: `process.stdout.write('x'); log.info('::error::x'); process.stdout.write('::error::y')`,
    },
    { name: 'bytes', script: `process.stdout.write(Buffer.from('a\\r::error::x\\n'))` },
    { name: 'bytes on stderr', script: `process.stderr.write(Buffer.from('::error::x\\n'))` },
    {
      name: 'a write with all its arguments',
      script: `process.stdout.write('::error::x\\n', 'utf8', () => {})`,
    },
    { name: 'core.info', script: `core.info('Cache hit for: x\\n::error::x')` },
    { name: 'a group of the toolkit', script: `core.startGroup('x'); core.notice('y')` },
    { name: 'info', script: `log.info('a\\n::error::x\\n\\t##[error]x')` },
    { name: 'a quote', script: `log.quote('::error::x\\r::stop-commands::x\\n##[error]y\\n::endgroup::')` },
  ])('obeys nothing of $name', async ({ script }) => {
    const log = await written(script)
    expect(commandsIn(log)).toEqual([])
    expect(log).toMatch(/x/)
  })

  it('hands the commands of a library to whoever works with it, and to nobody else', async () => {
    const log = await written(`
      import { toolkitCommands } from '${source('host/guarded-output.ts')}'
      const told = []
      toolkitCommands.run(command => told.push(command), () => {
        core.error('100%\\n::set-output name=a::b')
        core.debug('d')
        process.stdout.write('of tar\\n::error::x\\n')
      })
      log.info(JSON.stringify(told))
      core.warning('nobody asked')
    `)
    expect(log).toBe(
      [
        'of tar',
        ': :error::x',
        '[{"name":"error","message":"100%\\n::set-output name=a::b"},{"name":"debug","message":"d"}]',
        ': :warning::nobody asked',
        '',
      ].join('\n'),
    )
  })

  it('says its own errors, warnings and notices as commands, and what is in them as text', async () => {
    const log = await written(`
      log.error('bad\\n::add-mask::a', { file: 'a,##[b].go', line: 3, column: 4, message: '' })
      log.warning('##[error]w')
      log.notice('n')
    `)
    expect(log).toBe(
      '::error file=a%2C## [b].go,line=3,col=4::bad%0A: :add-mask::a\n::warning::## [error]w\n::notice::n\n',
    )
  })

  it('quotes between commands that only it can end, each time others', async () => {
    const log = await written(
      `log.quote('\\u001B[2J::error::x\\n\\ty\\n\\n'); log.quote('z'); log.notice('after')`,
    )
    const token = '([0-9a-f]{48})'
    expect(log).toMatch(
      new RegExp(
        `^::stop-commands::${token}\\n \\[2J::error::x\\n\\ty\\n::\\1::\\n::stop-commands::${token}\\nz\\n::\\2::\\n::notice::after\\n$`,
      ),
    )
    const [one, two] = [...log.matchAll(/stop-commands::(\w+)/g)].map(([, found]) => found)
    expect(one).not.toBe(two)
    expect(commandsIn(log)).toEqual([{ name: 'notice', message: 'after' }])
  })

  it('masks the lines of a secret, and says which it does not mask', async () => {
    const log = await written(
      `log.secret('{\\nlong enough\\n}'); log.secret('x'); log.secret(''); log.info('a box, long enough')`,
    )
    expect(log).toBe(
      '::add-mask::long enough\n::warning::A password or token has fewer than 4 characters, so it is not masked in this log; use a longer one.\na box, ***\n',
    )
  })
})
