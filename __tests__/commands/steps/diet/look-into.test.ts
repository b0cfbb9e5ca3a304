import { expect, it } from '@jest/globals'
import { lookInto } from '../../../../src/commands/steps/diet/look-into.ts'
import { goOnPath } from '../../../support/go-programs.ts'
import { readService, serviceHost, specFor } from '../../../support/service.ts'
import { describeWith } from '../../../support/tools.ts'

const REFLECTS = {
  'go.mod':
    'module example.com/svc\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n\nreplace example.com/dep => ./dep\n',
  'main.go':
    'package main\n\nimport (\n\t"os"\n\t"reflect"\n\n\t"example.com/dep"\n)\n\nfunc main() { println(reflect.ValueOf(os.Stdout).MethodByName(os.Args[0]).IsValid(), dep.Text()) }\n',
  'dep/go.mod': 'module example.com/dep\n\ngo 1.21\n',
  'dep/dep.go': 'package dep\n\nfunc Text() string { return text() }\n',
  'dep/large.go':
    '//go:build !small\n\npackage dep\n\nimport "fmt"\n\nfunc text() string { return fmt.Sprint(1) }\n',
  'dep/small.go': '//go:build small\n\npackage dep\n\nfunc text() string { return "1" }\n',
}

describeWith(['go'], 'lookInto', () => {
  it('finds tags, imports, and what keeps dead code', async () => {
    const host = serviceHost(REFLECTS, { env: { ...process.env, GOPROXY: 'off' } })
    const spec = specFor(host)
    const { tags, imports, deadCode, newerModules } = await lookInto(
      host,
      spec,
      { ...goOnPath(), version: 'go1.26' },
      await readService(host, spec),
    )
    expect(JSON.stringify(tags)).toContain('"small"')
    expect(JSON.stringify(imports)).toContain('"example.com/dep"')
    expect(deadCode?.map(reason => reason.package)).toContain('example.com/svc')
    expect(newerModules).toEqual({ found: [], unknown: null })
  }, 120_000)
})
