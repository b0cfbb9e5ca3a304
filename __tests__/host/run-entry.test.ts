import { describe, expect, it } from '@jest/globals'
import { source } from '../github/in-child.ts'
import { repository, runToEnd, type Ended } from '../support/cli.ts'

/** An entry point of its own process; what it tells goes to stderr. */
function entry(main: string, { outlivesOutput = false, redirect = '' } = {}): Promise<Ended> {
  const script = `
    import { runEntry } from '${source('host/run-entry.ts')}'
    await runEntry(process, {
      main: async () => { ${main} },
      tell: error => void process.stderr.write('told: ' + error.message + '\\n'),
      outlivesOutput: ${outlivesOutput},
    })
  `
  const command = `"$0" --input-type=module -e "$1" ${redirect}`
  return runToEnd('bash', ['-c', command, process.execPath, script], { cwd: repository })
}

describe('runEntry', () => {
  it.each([0, 1, 2])('ends with the code %i that it is given, at once', async code => {
    const ended = await entry(`setInterval(() => {}, 1000); process.stdout.write('all'); return ${code}`)
    expect(ended).toEqual({ exitCode: code, stdout: 'all', stderr: '' })
  })

  it.each([
    { name: 'an error', main: `throw new Error('why')`, told: 'why' },
    {
      name: 'an error beside',
      main: `setTimeout(() => { throw new Error('why') }); await new Promise(() => {})`,
      told: 'why',
    },
    {
      name: 'a rejection',
      main: `Promise.reject(new Error('why')); await new Promise(() => {})`,
      told: 'why',
    },
    {
      name: 'a promise that never settles',
      main: `await new Promise(() => {})`,
      told: 'the run ended early: something that it waited for can never come',
    },
  ])('tells $name, and ends with 2', async ({ main, told }) => {
    expect(await entry(main)).toEqual({ exitCode: 2, stdout: '', stderr: `told: ${told}\n` })
  })

  it.each([
    { name: 'a full disk', redirect: '>/dev/full', why: 'there is no space left' },
    { name: 'a reader that is gone', redirect: '| true; exit ${PIPESTATUS[0]}', why: 'its reader closed it' },
  ])('tells that stdout could not be written to $name', async ({ redirect, why }) => {
    // More than any pipe holds.
    const ended = await entry(`process.stdout.write('x'.repeat(2 ** 21)); return 0`, { redirect })
    expect(ended).toMatchObject({
      exitCode: 2,
      stderr: `told: Not everything could be written to stdout: ${why}.\n`,
    })
  })

  it('tells that a file took only a part', async () => {
    const ended = await entry(`process.stdout.write('x'.repeat(2 ** 21)); return 0`, {
      redirect: '>"$(mktemp)"; code=$?; exit $code',
    })
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
    const limited = await runToEnd('bash', [
      '-c',
      `ulimit -f 100; file=$(mktemp); "$0" --no-warnings --input-type=module -e "$1" >"$file"; code=$?; rm "$file"; exit $code`,
      process.execPath,
      `
        import { runEntry } from '${source('host/run-entry.ts')}'
        await runEntry(process, {
          main: async () => { process.stdout.write('x'.repeat(2 ** 20)); return 0 },
          tell: error => void process.stderr.write(error.message),
          outlivesOutput: false,
        })
      `,
    ])
    expect(limited).toMatchObject({
      exitCode: 2,
      stderr: 'Not everything could be written to stdout: it would be larger than a file may be.',
    })
  })

  it('goes on where more than the output depends on it, and ends with 2', async () => {
    const main = `
      const wait = () => new Promise(resolve => setTimeout(resolve, 300))
      await wait(); process.stdout.write('x'); await wait(); process.stdout.write('y'); await wait()
      process.stderr.write('done\\n'); return 0
    `
    const redirect = '| true; exit ${PIPESTATUS[0]}'
    expect(await entry(main, { outlivesOutput: true, redirect })).toMatchObject({
      exitCode: 2,
      stderr: 'done\ntold: Not everything could be written to stdout: its reader closed it.\n',
    })
    expect((await entry(main, { redirect })).stderr).not.toContain('done')
  })

  it('prints no warning of Node', async () => {
    expect(await entry(`process.emitWarning('::error::x'); return 0`)).toMatchObject({
      exitCode: 0,
      stderr: '',
    })
  })
})
