import { beforeAll, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { imageSet } from '../../src/image/image-set.ts'
import { writeLayout } from '../../src/output/layout.ts'
import { image } from '../support/images.ts'
import { runImage } from '../support/run-image.ts'
import { describeWith } from '../support/tools.ts'

const PROGRAM = `package main

import (
	"os"
	"os/user"
	"time"
)

func main() {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		println(err.Error())
		os.Exit(3)
	}
	me, err := user.Current()
	if err != nil {
		println(err.Error())
		os.Exit(4)
	}
	file, err := os.CreateTemp("", "x")
	if err != nil {
		println(err.Error())
		os.Exit(5)
	}
	println(time.Unix(0, 0).Format("-07"))
	println(time.Unix(0, 0).In(zone).Format(time.RFC3339), me.Username, file.Name()[:6])
}
`

describeWith(['go', 'umoci', 'runc'], 'a Go program in an image with a base layer', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-zones-'))
  const go = (...args: readonly string[]) =>
    execFileSync('go', args, {
      cwd: directory,
      encoding: 'utf8',
      env: { ...process.env, CGO_ENABLED: '0' },
    }).trim()
  const run = async (name: string, zones: Uint8Array | null) => {
    const layout = path.join(directory, name)
    const bytes = readFileSync(path.join(directory, 'zones'))
    await writeLayout(
      layout,
      imageSet([await image({ name: 'zones', bytes, packed: false }, { base: { zones } })]),
    )
    return runImage(`${layout}:latest`, { env: { TZ: 'Asia/Tokyo' } })
  }

  beforeAll(() => {
    writeFileSync(path.join(directory, 'go.mod'), 'module zones\n\ngo 1.21\n')
    writeFileSync(path.join(directory, 'main.go'), PROGRAM)
    go('build', '-trimpath', '-tags', 'netgo,osusergo', '-ldflags', '-s -w', '-o', 'zones')
  })

  it('finds its zones in Go’s zip, also by TZ, its user, and a temporary directory', async () => {
    const zones = readFileSync(path.join(go('env', 'GOROOT'), 'lib', 'time', 'zoneinfo.zip'))
    expect(await run('with', zones)).toEqual({
      exitCode: 0,
      output: '+09\n1970-01-01T01:00:00+01:00 nonroot /tmp/x\n',
    })
  })

  it('finds no zones where they were left out', async () => {
    expect(await run('without', null)).toEqual({ exitCode: 3, output: 'unknown time zone Europe/Berlin\n' })
  })
})
