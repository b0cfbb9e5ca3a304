import type { Diet } from '../../src/diet/diet.ts'
import { findingsOf } from '../../src/diet/findings.ts'
import { CHANGES, PROXY, tried, weighed } from '../diet/sample.ts'

const [TAG, INLINING, CERTIFICATES, ZONES, LAYERS, UNPACKED, , GO] = CHANGES

/** A proxy with something of everything. */
export function dietOf(overrides: Partial<Diet> = {}): Diet {
  const together = {
    ...weighed(TAG!, { imageSize: 1_750_000, downloadSize: 1_680_000 }),
    changes: [INLINING!, TAG!],
    settings: [
      { input: 'build-tags', value: 'nomsgpack' },
      { input: 'build-flags', value: '-gcflags=all=-l' },
    ] as const,
  }
  return {
    name: 'proxy',
    platform: 'linux/amd64',
    go: 'go1.26.8',
    asItIs: PROXY,
    findings: findingsOf(PROXY, [
      together,
      {
        ...weighed(INLINING!, { imageSize: 1_920_000, downloadSize: 1_850_000 }),
        settings: [{ input: 'build-flags', value: '-gcflags=all=-l' }],
      },
      {
        ...weighed(CERTIFICATES!, { imageSize: 2_020_000, downloadSize: 2_010_000 }),
        settings: [{ input: 'certificates', value: 'none' }],
      },
      {
        ...weighed(UNPACKED!, {
          imageSize: 6_500_000,
          downloadSize: 2_380_000,
          packed: false,
          price: null,
        }),
        settings: [
          { input: 'pack', value: 'off' },
          { input: 'layer-compression', value: 'zstd' },
        ],
      },
      weighed(LAYERS!, {}),
      tried(GO!, { status: 'not smaller', linkedSize: 7_000_000 }),
      tried(ZONES!, {
        status: 'failed',
        stage: 'compile',
        reason: 'main.go:3:2: undefined: x',
      }),
    ]),
    untried: ['noarp', 'nobcache'],
    modulesUnknown: null,
    newerGo: { status: 'tried', version: 'go1.27.4' },
    imports: [
      {
        kind: 'module',
        imported: 'github.com/example/metrics',
        bytes: 1_210_000,
        packages: 12,
        path: ['example.com/proxy', 'example.com/proxy/internal/watch', 'github.com/example/metrics'],
      },
      {
        kind: 'package',
        imported: 'net/http',
        bytes: 900_000,
        packages: 1,
        path: ['example.com/proxy', 'net/http'],
      },
    ],
    deadCode: [
      {
        function: 'text/template.(*state).evalField',
        package: 'text/template',
        path: ['main.main', 'text/template.(*Template).Execute', 'text/template.(*state).evalField'],
        packages: ['example.com/proxy', 'text/template'],
      },
    ],
    ...overrides,
  }
}
