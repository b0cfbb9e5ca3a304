import { describe, expect, it } from '@jest/globals'
import { fitForFile } from '../../src/init/fit-for-file.ts'

describe('fitForFile', () => {
  it('keeps what bantam.yaml takes', () => {
    const inputs = { main: './cmd/api', ldflags: '-X main.v={{.Version}}', env: 'A={{.Environment}}' }
    expect(fitForFile({ name: 'api', inputs })).toEqual({ inputs, notes: [] })
  })

  it('leaves out the lines that read the environment of the job, also beside a template of another line', () => {
    const inputs = { env: 'A=1\nB={{.Env.TOKEN}}\nC={{', ldflags: '-X main.v={{.Version}}\n-X main.Env=prod' }
    const { inputs: kept, notes } = fitForFile({ name: 'api', inputs })
    expect(kept).toEqual({ env: 'A=1\nC={{', ldflags: '-X main.v={{.Version}}' })
    expect(notes.map(({ where, what }) => `${where}: ${what}`)).toEqual([
      'api: env B={{.Env.TOKEN}}',
      'api: ldflags -X main.Env=prod',
    ])
  })

  it('leaves out all lines where they read the environment only together', () => {
    expect(fitForFile({ name: 'api', inputs: { env: 'A={{.\nEnv.B=1' } }).inputs).toEqual({})
  })

  it('has no image where its program cannot be named, or where there is too much of it', () => {
    const { inputs, notes } = fitForFile({ name: 'api', inputs: { main: './{{.Env.X}}' } })
    expect(inputs).toBeNull()
    expect(notes.at(-1)).toMatchObject({ where: 'api', what: 'its image' })
    const env = Array.from({ length: 30 }, (_, at) => `A${at}=${'é'.repeat(400)}`).join('\n')
    expect(fitForFile({ name: 'api', inputs: { env } })).toEqual({
      inputs: null,
      notes: [
        { where: 'api', what: 'its image', why: 'it has more than 20 kB of settings; write it yourself' },
      ],
    })
  })

  it('leaves out inputs that belong to the step', () => {
    expect(fitForFile({ name: 'api', inputs: { push: 'true', user: '1:1' } }).inputs).toEqual({ user: '1:1' })
  })
})
