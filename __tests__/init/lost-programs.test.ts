import { describe, expect, it } from '@jest/globals'
import { withoutPrograms } from '../../src/init/lost-programs.ts'

const program = { directory: 'b', module: 'b', name: 'probe' }

describe('withoutPrograms', () => {
  const inputs = {
    env: 'A=1',
    healthcheck: '--interval=5s CMD ["/probe","-x"]',
    capabilities: 'cap_net_raw=+ep /svc\ncap_chown=+ep /probe',
  }

  it('leaves everything where no program is lost', () => {
    expect(withoutPrograms(inputs, [], 'D')).toEqual({ inputs, notes: [] })
  })

  it('leaves out what is about a program that is lost, with a note each', () => {
    const { inputs: kept, notes } = withoutPrograms(inputs, [{ program, place: null }], 'D')
    expect(kept).toEqual({ env: 'A=1', capabilities: 'cap_net_raw=+ep /svc' })
    const why = 'its program is not in the image, since it is in another module than the first'
    expect(notes).toEqual([
      { where: 'D', what: 'healthcheck --interval=5s CMD ["/probe","-x"]', why },
      { where: 'D', what: 'capabilities cap_chown=+ep /probe', why },
    ])
  })

  it('knows a program by its place', () => {
    const lost = [{ program, place: '/usr/bin/check' }]
    expect(withoutPrograms(inputs, lost, 'D').notes).toEqual([])
    const elsewhere = { healthcheck: 'CMD ["/usr/bin/check"]', capabilities: 'cap_chown=+ep /usr/bin/check' }
    expect(withoutPrograms(elsewhere, lost, 'D').inputs).toEqual({})
  })
})
