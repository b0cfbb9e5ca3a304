import { expect, it } from '@jest/globals'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.dirname(path.dirname(import.meta.dirname))

/** Besides the inputs: what gets the tool, the tool that was found, and the list of packers. */
const MAY_NAME_UPX = [
  'src/commands/steps/packers.ts',
  'src/toolchain/resolve-upx.ts',
  'src/toolchain/upx-releases.ts',
  'src/tools/upx-tool.ts',
]

/** What was measured with UPX may say so. */
function withoutComments(text: string): string {
  return text.replace(/\/\*.*?\*\/|^\s*\/\/[^\n]*/gms, '')
}

it('no code names UPX but its packer, its inputs and what gets it', () => {
  const named = globSync('src/**/*.ts', { cwd: root })
    // Letters of a certificate may spell anything.
    .filter(file => !/^src\/(?:pack|declare)\/|mozilla-roots/.test(file))
    .filter(file => /upx/i.test(withoutComments(readFileSync(path.join(root, file), 'utf8'))))
  expect(named.toSorted()).toEqual(MAY_NAME_UPX)
})
