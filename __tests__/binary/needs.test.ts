import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { readExecutable } from '../../src/binary/executable.ts'
import { readNeeds } from '../../src/binary/needs.ts'
import type { Needs } from '../../src/weigh-in/needs.ts'
import { buildGoPrograms } from '../support/go-programs.ts'

const NOTHING: Needs = { certificates: false, timezones: false, exec: false, users: false, temp: false }
const EVERYTHING: Needs = { certificates: true, timezones: true, exec: true, users: true, temp: true }

/** A program that does what `body` says. */
function program(imports: readonly string[], body: string): string {
  return `package main\n\nimport (\n${imports.map(name => `\t"${name}"\n`).join('')})\n\nfunc main() {\n\t${body}\n}\n`
}

/** Without net/http, which would only cost time: TLS comes to the system's roots through the same function. */
const ALL = program(
  ['crypto/x509', 'fmt', 'os', 'os/exec', 'os/user', 'time'],
  `_, err := x509.SystemCertPool()
	_, err2 := time.LoadLocation(os.Args[0])
	_, err3 := user.Lookup(os.Args[0])
	fmt.Println(err, err2, err3, exec.Command(os.Args[0]).Run(), os.TempDir())`,
)
const NONE = program(['fmt', 'time'], 'fmt.Println("hello", time.Now())')

describe('needs of real programs', () => {
  const versions = ['1.21.13', '1.22.12', '1.23.12', '1.24.13', '1.25.13', '1.26.8']
  const table = versions.flatMap(version =>
    ['amd64', 'arm64'].map(architecture => ({ version, architecture })),
  )

  it.each(table)(
    'are told where they are, and none where there is none: Go $version, $architecture',
    async ({ version, architecture }) => {
      const built = await buildGoPrograms({ needy: ALL, none: NONE }, { version, architecture })
      const needy = readExecutable(readFileSync(built.needy))
      expect(needy.buildInfo?.goVersion).toBe(`go${version}`)
      expect(needy.elf.architecture).toBe(architecture)
      expect(needy.needs).toEqual(EVERYTHING)
      expect(readExecutable(readFileSync(built.none)).needs).toEqual(NOTHING)
    },
    120_000,
  )

  it('are told one by one', async () => {
    const programs = {
      certificates: program(['crypto/x509'], 'println(x509.SystemCertPool())'),
      verifies: program(['crypto/x509'], 'var c x509.Certificate; c.Verify(x509.VerifyOptions{})'),
      timezones: program(['time'], 'println(time.LoadLocation("Europe/Paris"))'),
      embedded: program(['time', '_time/tzdata'], 'println(time.LoadLocation("Europe/Paris"))').replace(
        '"_time',
        '_ "time',
      ),
      localtime: program(['time'], 'println(time.Now().Local().String())'),
      exec: program(['os/exec'], 'exec.Command("ls").Run()'),
      startprocess: program(['os'], 'os.StartProcess("ls", nil, &os.ProcAttr{})'),
      syscallexec: program(['syscall'], 'syscall.Exec("ls", nil, nil)'),
      findprocess: program(['os'], 'p, _ := os.FindProcess(1); p.Kill()'),
      users: program(['os/user'], 'println(user.LookupId("0"))'),
      group: program(['os/user'], 'println(user.LookupGroup("root"))'),
      home: program(['os'], 'println(os.UserHomeDir())'),
      tempdir: program(['os'], 'println(os.TempDir())'),
      createtemp: program(['os'], 'println(os.CreateTemp("", "x"))'),
      mkdirtemp: program(['os'], 'println(os.MkdirTemp("", "x"))'),
    }
    const expected: Record<keyof typeof programs, Needs> = {
      certificates: { ...NOTHING, certificates: true },
      verifies: { ...NOTHING, certificates: true },
      timezones: { ...NOTHING, timezones: true },
      embedded: NOTHING,
      localtime: NOTHING,
      exec: { ...NOTHING, exec: true },
      startprocess: { ...NOTHING, exec: true },
      syscallexec: { ...NOTHING, exec: true },
      findprocess: NOTHING,
      users: { ...NOTHING, users: true },
      group: { ...NOTHING, users: true },
      home: NOTHING,
      tempdir: { ...NOTHING, temp: true },
      createtemp: { ...NOTHING, temp: true },
      mkdirtemp: { ...NOTHING, temp: true },
    }
    const built = await buildGoPrograms(programs)
    const read = Object.entries(built).map(([name, file]) => [name, readExecutable(readFileSync(file)).needs])
    expect(Object.fromEntries(read)).toEqual(expected)
  }, 120_000)
})

describe('readNeeds', () => {
  it.each([
    { name: 'there are no names', functions: null },
    { name: 'the names are not those of a Go program', functions: new Set(['crypto/x509.initSystemRoots']) },
  ])('does not guess where $name', ({ functions }) => {
    expect(readNeeds(functions)).toBeNull()
  })
})
