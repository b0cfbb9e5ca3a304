import { sentencesOf } from '../../../support/sentences.ts'
import { expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkBuild } from '../../../../src/commands/steps/build/check-build.ts'
import { linkService } from '../../../../src/commands/steps/link.ts'
import { readBinaries } from '../../../../src/commands/steps/read.ts'
import type { Given } from '../../../../src/declare/given.ts'
import { declareImage } from '../../../../src/declare/image-spec.ts'
import { surroundings } from '../../../declare/surroundings.ts'
import { goOnPath } from '../../../support/go-programs.ts'
import { testHost } from '../../../support/host.ts'
import { describeWith } from '../../../support/tools.ts'
import { aFailure } from '../../../support/a-failure.ts'

const STUB = {
  'go.mod':
    'module service\n\ngo 1.21\n\nrequire github.com/mattn/go-sqlite3 v1.0.0\n\nreplace github.com/mattn/go-sqlite3 => ./driver\n',
  'main.go': 'package main\n\nimport _ "github.com/mattn/go-sqlite3"\n\nfunc main() {}\n',
  'driver/go.mod': 'module github.com/mattn/go-sqlite3\n\ngo 1.21\n',
  'driver/driver.go': 'package sqlite3\n\nimport "C"\n',
  'driver/mock.go': '//go:build !cgo\n\npackage sqlite3\n',
}

const STATIC = {
  'go.mod': 'module service\n\ngo 1.21\n',
  // Go shows what a C compiler says only when it runs it: new each time, so that no cache has it.
  'main.go': `package main
/*
// ${randomUUID()}
#include <netdb.h>
#include <stddef.h>
#warning "a warning of the service's own"
static int find(void) { struct addrinfo *r; return getaddrinfo("localhost", "80", NULL, &r); }
*/
import "C"
func main() { println(C.find()) }
`,
}

const VARIABLES = {
  'go.mod': 'module service\n\ngo 1.21\n',
  'main.go': 'package main\n\nvar version string\n\nfunc main() { println(version) }\n',
}

describeWith(['go', 'gcc'], 'checkBuild', () => {
  /** Everything above a debug line that it said. */
  async function check(
    files: Readonly<Record<string, string>>,
    values: Given['values'] = {},
  ): Promise<readonly string[]> {
    const host = testHost()
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(host.cwd, name)), { recursive: true })
      writeFileSync(path.join(host.cwd, name), text)
    }
    const around = surroundings({ cwd: host.cwd })
    const given = { 'working-directory': host.cwd, ...values }
    const declared = declareImage({ surface: 'terminal', values: given, problems: [] }, around)
    if (!declared.ok) throw new Error(sentencesOf(declared.problems).join('\n'))
    const [spec] = declared.spec.platforms
    const service = await linkService(host, spec, goOnPath())
    await checkBuild(host, spec, service, await readBinaries(service.binaries, spec.platform))
    return host.log.lines.filter(line => !line.startsWith('debug:'))
  }

  it('refuses a stub, and names the ways out', async () => {
    await expect(check(STUB)).rejects.toEqual(
      aFailure('compile', {
        fields: { module: 'github.com/mattn/go-sqlite3' },
        fix: /cgo: static.*modernc\.org\/sqlite/,
      }),
    )
  })

  it('takes the package itself with cgo', async () =>
    expect(await check(STUB, { cgo: 'static' })).toEqual([]))

  it("says what a static glibc lacks, and shows the compiler's own warnings", async () => {
    const said = await check(STATIC, { cgo: 'static' })
    expect(said[0]).toMatch(/^notice: The linker warns that getaddrinfo needs .* cannot look up host names/)
    expect(said[1]).toMatch(/^notice: go build succeeded and printed warnings/)
    expect(said[2]).toMatch(/^quote: [^]*a warning of the service's own/)
  })

  it('says which -X sets nothing, and is silent of one that does', async () => {
    expect(await check(VARIABLES, { ldflags: '-X main.version=VALUE' })).toEqual([])
    expect(await check(VARIABLES, { ldflags: '-X main.verison=VALUE -X service.version=VALUE' })).toEqual([
      'warning: -X main.verison in --ldflags sets nothing, because the package has no variable verison; did you mean main.version?',
      'warning: -X service.version in --ldflags sets nothing, because the linker knows a main package only as main; write -X main.version.',
    ])
    expect(await check(VARIABLES, { 'build-env': 'GOFLAGS=-ldflags=-X=main.verison=VALUE' })).toEqual([
      expect.stringContaining('-X main.verison in --ldflags sets nothing'),
    ])
  })
})
