import { describe, expect, it } from '@jest/globals'
import { parseHealthcheck } from '../../src/declare/healthcheck.ts'
import { healthcheckOf } from '../../src/init/docker-healthcheck.ts'
import { viewStage } from '../../src/init/docker-stage.ts'
import { parseDockerfile } from '../../src/init/dockerfile.ts'

const program = { directory: '', module: '', name: 'api' }

function read(lines: string) {
  const view = viewStage(parseDockerfile(`FROM scratch\nENV PORT=80\n${lines}\n`), 0)
  const { inputs, notes } = healthcheckOf(
    view,
    { programs: [{ program, place: '/bin/api' }], builds: [] },
    'D',
  )
  return { inputs, notes: notes.map(({ where, what, why }) => `${where} ${what}: ${why}`) }
}

describe('healthcheckOf', () => {
  it.each([
    { line: 'HEALTHCHECK CMD ["/bin/api", "a b"]', healthcheck: 'CMD ["/bin/api","a b"]' },
    {
      line: 'HEALTHCHECK --interval=30s --retries=3 \\\n CMD /bin/api health',
      healthcheck: '--interval=30s --retries=3 CMD ["/bin/api","health"]',
    },
    { line: 'HEALTHCHECK cmd api -p $PORT', healthcheck: 'CMD ["/bin/api","-p","80"]' },
    { line: 'HEALTHCHECK CMD ["api", "$HOST"]', healthcheck: 'CMD ["/bin/api","$HOST"]' },
    { line: 'HEALTHCHECK CMD x\nHEALTHCHECK CMD api', healthcheck: 'CMD ["/bin/api"]' },
  ])('carries $line over', ({ line, healthcheck }) => {
    expect(read(line)).toEqual({ inputs: { healthcheck }, notes: [] })
    expect(parseHealthcheck(healthcheck).ok).toBe(true)
  })

  it.each(['', 'HEALTHCHECK NONE', 'HEALTHCHECK CMD x\nHEALTHCHECK none'])('has nothing for %j', line => {
    expect(read(line)).toEqual({ inputs: {}, notes: [] })
  })

  it.each([
    {
      line: 'HEALTHCHECK CMD curl -f http://localhost || exit 1',
      note: /D:3 HEALTHCHECK CMD curl .*: it has \|\|/,
    },
    { line: 'HEALTHCHECK CMD curl -f http://localhost', note: /its program is not in the image/ },
    { line: 'HEALTHCHECK CMD /usr/bin/api', note: /its program is not in the image/ },
    { line: 'HEALTHCHECK CMD api $HOST', note: /known only when Docker builds/ },
    { line: 'HEALTHCHECK --often CMD api', note: /it has the flag --often/ },
    { line: 'HEALTHCHECK api', note: /it does not begin with CMD/ },
    { line: 'HEALTHCHECK', note: /D:3 HEALTHCHECK : it / },
  ])('says why $line is left out', ({ line, note }) => {
    const { inputs, notes } = read(line)
    expect(inputs).toEqual({})
    expect(notes).toEqual([expect.stringMatching(note)])
  })
})
