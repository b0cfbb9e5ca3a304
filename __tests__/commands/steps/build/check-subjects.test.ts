import { beforeAll, expect, it } from '@jest/globals'
import {
  absent,
  type FoundBaseline,
  NOTHING,
  unreadable,
} from '../../../../src/commands/steps/baseline/found.ts'
import { checkSubjects } from '../../../../src/commands/steps/build/check-subjects.ts'
import { type LinkedService, linkService } from '../../../../src/commands/steps/link.ts'
import { type ReadBinary, readBinaries } from '../../../../src/commands/steps/read.ts'
import type { Host } from '../../../../src/host/host.ts'
import { platformWeight } from '../../../report/sample.ts'
import { goOnPath } from '../../../support/go-programs.ts'
import { serviceHost, specFor } from '../../../support/service.ts'
import { describeWith } from '../../../support/tools.ts'

/** Its constants are compiled in, and not a byte is left of the package. */
const FILES = {
  'go.mod': 'module example.com/svc\n\ngo 1.21\n',
  'main.go': 'package main\n\nimport "example.com/svc/limits"\n\nfunc main() { println(limits.Most) }\n',
  'limits/limits.go': 'package limits\n\nconst Most = 3\n',
}

const BEFORE: FoundBaseline = {
  status: 'read',
  report: { ...NOTHING, kind: 'cache' },
  images: [{ name: null, weight: platformWeight(), budget: null }],
}

describeWith(['go'], 'checkSubjects', () => {
  let host: Host
  let service: LinkedService
  let binaries: readonly ReadBinary[]
  beforeAll(async () => {
    host = serviceHost(FILES)
    const spec = specFor(host)
    service = await linkService(host, spec, goOnPath())
    binaries = await readBinaries(service.binaries, spec.platform, service.embedded)
  })

  const check = (budget: string, baseline: FoundBaseline = absent('it is the first run', null)) =>
    checkSubjects(host, specFor(host, { budget }), {
      service,
      binaries,
      baseline: Promise.resolve(baseline),
      name: 'svc',
    })

  it('lets pass what is in the binaries, and asks nothing else', async () => {
    const never = new Promise<FoundBaseline>(() => {})
    const spec = specFor(host, { budget: 'image: 3MB\nmodule std: 3MB\npackage runtime: 3MB' })
    expect(await checkSubjects(host, spec, { service, binaries, baseline: never, name: 'svc' })).toEqual([])
  })

  it('knows a package that is compiled in, though no byte of it is left', async () => {
    expect(await check('package example.com/svc/limits: 1kB')).toEqual(['example.com/svc/limits'])
    const prebuilt = { ...service, dependencies: null }
    const spec = specFor(host, { budget: 'package example.com/svc/limits: 1kB' })
    const asked = { service: prebuilt, binaries, baseline: Promise.resolve(absent('', null)), name: 'svc' }
    await expect(checkSubjects(host, spec, asked)).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('knows what only the baseline has, and leaves to the gate what cannot be read', async () => {
    const limit = 'module golang.org/x/net: +0'
    expect(await check(limit, BEFORE)).toEqual([])
    const broken = unreadable('it is cut off', { kind: 'cache', reference: null })
    expect(await check(limit, broken)).toEqual([])
    await expect(check(limit)).rejects.toMatchObject({ code: 'bad-input' })
  })
})
