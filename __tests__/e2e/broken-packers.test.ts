import { describe, expect, it } from '@jest/globals'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { BREAKAGES, writeBrokenUpx } from '../support/broken-packers.ts'
import { bantam, example, sharedGoCache, temporaryDirectory } from '../support/cli.ts'
import { describeWith } from '../support/tools.ts'

// `hangs` is left to the test of the packer itself, where its time limit can be chosen.
const QUICK = BREAKAGES.filter(breakage => breakage !== 'hangs')

describeWith(['go', 'upx', 'gcc'], 'a UPX that', () => {
  describe.each(QUICK)('%s', breakage => {
    const upx = writeBrokenUpx(breakage)
    const build = (...args: readonly string[]) => {
      const cwd = temporaryDirectory('broken')
      const env = {
        ...process.env,
        PATH: `${path.dirname(upx.command)}${path.delimiter}${process.env['PATH']}`,
        XDG_CACHE_HOME: temporaryDirectory('cache'),
        GOCACHE: sharedGoCache,
      }
      const flags = ['--working-directory', example('hello'), '--output', 'image', ...args]
      return bantam(['build', ...flags], { cwd, env }).then(ended => ({ ...ended, cwd }))
    }

    it('fails the run under require, and nothing is written', async () => {
      const { exitCode, stderr, cwd } = await build('--pack', 'require')
      expect(exitCode).toBe(2)
      expect(stderr).toMatch(/^error: .*hello/m)
      expect(stderr).toMatch(/pack[: ]+auto|--pack auto/)
      expect(readdirSync(cwd)).toEqual([])
    })

    it('ships the linked binary under auto, and the weigh-in says why', async () => {
      const { exitCode, stdout, stderr, cwd } = await build('--json')
      expect(exitCode).toBe(0)
      const { images } = JSON.parse(stdout) as WeighIn
      const binary = images[0]?.platforms[0]?.binaries[0]
      expect(binary?.pack).toMatchObject({ status: 'unpacked', reason: expect.stringMatching(/./) })
      expect(binary?.shippedSize).toBe(binary?.linkedSize)
      expect(stderr).toContain('not packed')
      expect(existsSync(path.join(cwd, 'image/oci-layout'))).toBe(true)
    })
  })
})
