/** The part of a platform that says for which processors a binary is. */
export interface Processor {
  readonly architecture: string
  readonly variant?: string
}

/** How Go is told which processors of an architecture a binary is for. */
export interface ProcessorSetting {
  /** https://pkg.go.dev/cmd/go#hdr-Environment_variables */
  readonly variable: string
  /** Each variant of a platform with the value that Go takes for it. The first is meant where there is no variant. */
  readonly variants: Readonly<Record<string, string>>
  /** Whether the first variant is left out of a platform, because every processor has it. */
  readonly isImplied: boolean
}

function asGoSpellsThem(variable: string, variants: readonly string[]): ProcessorSetting {
  return { variable, variants: Object.fromEntries(variants.map(name => [name, name])), isImplied: true }
}

const POWER = asGoSpellsThem('GOPPC64', ['power8', 'power9', 'power10'])

/**
 * Every GOARCH of Linux; `null` if all its processors are alike to Go. `go tool dist list`,
 * https://go.dev/wiki/MinimumRequirements
 */
const SETTINGS: Readonly<Record<string, ProcessorSetting | null>> = {
  '386': asGoSpellsThem('GO386', ['sse2', 'softfloat']),
  amd64: asGoSpellsThem('GOAMD64', ['v1', 'v2', 'v3', 'v4']),
  // Without a variant, runtimes take an image for any arm processor.
  arm: { variable: 'GOARM', variants: { v7: '7', v6: '6', v5: '5' }, isImplied: false },
  // Images know v8 and v9, and nothing between them.
  arm64: { variable: 'GOARM64', variants: { v8: 'v8.0', v9: 'v9.0' }, isImplied: true },
  loong64: null,
  mips: asGoSpellsThem('GOMIPS', ['hardfloat', 'softfloat']),
  mips64: asGoSpellsThem('GOMIPS64', ['hardfloat', 'softfloat']),
  mips64le: asGoSpellsThem('GOMIPS64', ['hardfloat', 'softfloat']),
  mipsle: asGoSpellsThem('GOMIPS', ['hardfloat', 'softfloat']),
  ppc64: POWER,
  ppc64le: POWER,
  riscv64: asGoSpellsThem('GORISCV64', ['rva20u64', 'rva22u64', 'rva23u64']),
  s390x: null,
}

export const ARCHITECTURES: readonly string[] = Object.keys(SETTINGS)

/** Every variable that a platform decides, with a platform that sets it: `GOARM` with `linux/arm/v6`. */
export const PROCESSOR_VARIABLES: ReadonlyMap<string, string> = new Map(
  Object.entries(SETTINGS).flatMap(([architecture, setting]) => {
    const [, other] = Object.keys(setting?.variants ?? {})
    return setting === null ? [] : [[setting.variable, `linux/${architecture}/${other}`]]
  }),
)

/** `undefined`: Go knows no such architecture on Linux. `null`: it has no variants. */
export function processorSetting(architecture: string): ProcessorSetting | null | undefined {
  return Object.hasOwn(SETTINGS, architecture) ? SETTINGS[architecture] : undefined
}

/**
 * The variable that tells Go a platform's variant. It is set even where the platform has none, so that neither the machine
 * nor its environment decides the binary.
 */
export function processorVariables({ architecture, variant }: Processor): Readonly<Record<string, string>> {
  const setting = processorSetting(architecture)
  if (setting === null || setting === undefined) return {}
  const [usual] = Object.values(setting.variants)
  const value = variant === undefined ? usual : setting.variants[variant]
  return value === undefined ? {} : { [setting.variable]: value }
}
