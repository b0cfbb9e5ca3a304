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
  base: v.exactOptional(
    v.pipe(
      v.object({ name: TEXT, digest: DIGEST }),
      v.description(
        'The base image, with the digest of its manifest for the platform; left out on scratch, and where nothing says.',
      ),
    ),
  ),
})

export const SIZES = v.object({
  imageSize: v.pipe(AMOUNT, v.description('Total size of the regular files in the image.')),
  downloadSize: v.pipe(
    v.nullable(AMOUNT),
    v.description(
      'Total size of config, layers and manifest, which a pull transfers. null if there is no manifest, as in a single binary or an archive of docker save.',
    ),
  ),
})

export const SMOKE_TEST = v.object({
  status: v.picklist(['passed', 'not asked', 'not run']),
  seen: v.pipe(TEXTS, v.description('What the test saw, a clause each.')),
})

export const PLATFORM_WEIGHT = v.object({
  platform: PLATFORM,
  digest: v.pipe(DIGEST, v.description('Digest of the manifest for this platform.')),
  sizes: SIZES,
  settings: v.pipe(
    SETTINGS,
    v.description(
      'What the digest depends on besides the source. null if it is not known, which can happen for things that weigh reads.',
    ),
  ),
  binaries: v.array(BINARY),
  otherPrograms: v.exactOptional(
    v.pipe(
      v.array(OTHER_PROGRAM),
      v.description('Other executables, which Go did not build or which could not be read.'),
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
  breakdown: v.pipe(BREAKDOWN, v.description('The files as shipped. Their sum is imageSize.')),
  growth: v.pipe(v.nullable(GROWTH), v.description('Growth over the baseline. null without a baseline.')),
  smokeTest: SMOKE_TEST,
})
