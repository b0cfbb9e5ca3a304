import * as v from 'valibot'
import { AMOUNT, DIGEST, PLATFORM, TEXT, TEXTS } from './basic.ts'
import { BINARY, OTHER_PROGRAM } from './binary.ts'
import { BREAKDOWN } from './breakdown.ts'
import { GROWTH } from './growth.ts'

export const SETTINGS = v.object({
  go: TEXT,
  goSource: TEXT,
  packer: TEXT,
  ldflags: TEXT,
  buildTags: v.nullable(TEXTS),
  buildFlags: v.nullable(TEXTS),
  cgo: v.nullable(v.picklist(['off', 'static'])),
  certificates: TEXT,
  timezones: TEXT,
  layerCompression: v.nullable(v.picklist(['gzip', 'zstd'])),
})

export const SIZES = v.object({
  imageSize: v.pipe(AMOUNT, v.description("Sum of the regular files' bytes in the image.")),
  downloadSize: v.pipe(
    v.nullable(AMOUNT),
    v.description(
      "Sum of config, layers and manifest: what a pull transfers. null where there is no manifest: a binary alone, Docker's archives.",
    ),
  ),
})

export const SMOKE_TEST = v.object({
  status: v.picklist(['passed', 'not asked', 'not run']),
  seen: v.pipe(TEXTS, v.description('What was seen, a clause each.')),
})

export const PLATFORM_WEIGHT = v.object({
  platform: PLATFORM,
  digest: v.pipe(DIGEST, v.description("Of this platform's manifest.")),
  sizes: SIZES,
  settings: v.pipe(
    SETTINGS,
    v.description(
      'What the digest is a function of, besides the source; null where nobody knows, which is possible of what weigh finds.',
    ),
  ),
  binaries: v.array(BINARY),
  otherPrograms: v.exactOptional(
    v.pipe(
      v.array(OTHER_PROGRAM),
      v.description('Executables besides the binaries that Go did not build or that could not be read.'),
    ),
  ),
  capabilities: v.exactOptional(
    v.pipe(
      v.array(v.object({ path: v.string(), capabilities: v.string() })),
      v.description(
        'Files that give capabilities to whoever starts them, as getcap shows them; left out where there are none.',
      ),
    ),
  ),
  layers: v.array(v.object({ digest: DIGEST, size: AMOUNT, what: v.string() })),
  breakdown: v.pipe(BREAKDOWN, v.description('The files as shipped; sums to imageSize.')),
  growth: v.pipe(v.nullable(GROWTH), v.description('Over the baseline; null where there is none.')),
  smokeTest: SMOKE_TEST,
})
