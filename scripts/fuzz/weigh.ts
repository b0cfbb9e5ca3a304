import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { unpacker } from '../../src/commands/steps/unpacker.ts'
import { weighThing } from '../../src/commands/steps/weigh-thing.ts'
import type { Host } from '../../src/host/host.ts'
import { upxUnpacker } from '../../src/pack/upx-unpack.ts'
import { readWeighIn } from '../../src/size/read-weigh-in.ts'
import type { PlatformWeight } from '../../src/weigh-in/weigh-in.ts'
import { openThing } from '../../src/thing/open.ts'
import { addsUp } from './adds-up.ts'
import type { Input } from './target.ts'

/** Weighs files as `bantam weigh --platforms all` does where there is no UPX, and leaves nothing behind. */
export async function weigh(host: Host, input: Input): Promise<void> {
  const thing = path.join(host.cwd, 'thing')
  try {
    write(thing, input)
    const subject = await openThing(host, './thing', {
      platforms: 'all',
      openRegistry: () => Promise.reject(new Error('files were taken for a reference')),
      readWeighIn,
    })
    const unpack = unpacker(host, null, [upxUnpacker(host, async () => null)])
    const { images } = await weighThing(host, subject, 'function', unpack)
    for (const { platforms } of images) platforms.forEach(check)
  } finally {
    rmSync(thing, { recursive: true })
    for (const name of readdirSync(host.temporary)) rmSync(path.join(host.temporary, name))
  }
}

function check({ breakdown, sizes, binaries }: PlatformWeight): void {
  addsUp(breakdown, sizes.imageSize)
  for (const binary of binaries) if (binary.breakdown !== null) addsUp(binary.breakdown, binary.linkedSize)
}

function write(place: string, input: Input): void {
  if (input instanceof Uint8Array) return writeFileSync(place, input)
  for (const { name, content = '' } of input) {
    mkdirSync(path.dirname(path.join(place, name)), { recursive: true })
    writeFileSync(path.join(place, name), content)
  }
}
