import type { Host } from '../../src/host/host.ts'
import { openRepository } from '../../src/registry/pull.ts'
import { openThing, type ThingOptions } from '../../src/thing/open.ts'
import type { ImageThing, PlatformImage, WeighedThing } from '../../src/thing/thing.ts'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { testHost } from './host.ts'

/** As a command opens it: registries as anybody may, weigh-ins believed. */
export function opened(
  text: string,
  options: Partial<ThingOptions> = {},
  host: Host = testHost(),
): Promise<WeighedThing> {
  return openThing(host, text, {
    openRegistry: reference => openRepository(host, reference, null, { tries: 1 }),
    readWeighIn: value => ({ ok: true, value: value as WeighIn }),
    ...options,
  })
}

export async function openedImage(
  text: string,
  options: Partial<ThingOptions> = {},
  host: Host = testHost(),
): Promise<ImageThing> {
  const subject = await opened(text, options, host)
  if (subject.kind !== 'image') throw new Error(`${text} is a ${subject.kind}`)
  return subject
}

/** The only platform of an image. */
export async function onlyPlatform(
  text: string,
  options: Partial<ThingOptions> = {},
  host: Host = testHost(),
): Promise<PlatformImage> {
  const { platforms } = await openedImage(text, options, host)
  if (platforms.length !== 1 || platforms[0] === undefined) throw new Error(`${platforms.length} platforms`)
  return platforms[0]
}

/** `path` → bytes. */
export function sizesOf({ files }: PlatformImage): Readonly<Record<string, number>> {
  return Object.fromEntries(files.map(({ path, bytes }) => [path, bytes]))
}
