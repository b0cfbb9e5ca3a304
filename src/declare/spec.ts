import type { BaseSpec } from './base-spec.ts'
import type { BaselineSpec } from './baseline-spec.ts'
import type { BinariesSpec } from './binaries.ts'
import type { Capabilities } from './capabilities.ts'
import type { Budget, OnOverBudget } from './budget.ts'
import type { OutputSpec } from './output.ts'
import type { Platform } from './platform.ts'
import type { RecordedInputs } from './recorded.ts'
import type { Reference } from './reference.ts'

/** What the user asks for, checked: one image, for one or more platforms. Everything after `declare/` reads this and no input. */
export interface ImageSpec extends SharedSpec {
  /** In the order in which the user named them, each once. */
  readonly platforms: readonly [PlatformSpec, ...PlatformSpec[]]
  /** Annotations of the index, if there are several platforms. */
  readonly index: IndexSpec
  /** The executables to write for a release; `null` writes none. */
  readonly binaries: BinariesSpec | null
}

/** What the user asks for of the image for one platform. */
export interface PlatformSpec extends SharedSpec {
  readonly platform: Platform
  readonly source: Source
  readonly config: ConfigSpec
  readonly files: readonly FileSpec[]
  /** Symbolic links of the input `files`. */
  readonly links: readonly LinkSpec[]
  readonly capabilities: readonly CapabilitySpec[]
  /** Absolute paths in the image of programs from `files` that are packed and proven as the binaries are. */
  readonly packFiles: readonly string[]
  /** Annotations of its descriptor in an index. */
  readonly descriptorAnnotations: Readonly<Record<string, string>>
  /** The inputs that the image keeps, so that it can be built again; left out where there are none. */
  readonly recorded?: RecordedInputs
}

/** What is the same for every platform. */
export interface SharedSpec {
  /** The image's name, from its first binary. `null` if only the toolchain knows it: a main without `=name`. */
  readonly name: string | null
  /** Absolute. Every relative path below starts here. */
  readonly workingDirectory: string
  readonly go: GoSpec
  readonly pack: PackSpec
  readonly compile: CompileSpec
  readonly base: BaseSpec
  readonly certificates: CertificatesSpec
  readonly timezones: 'auto' | 'all' | 'none'
  readonly layerCompression: 'gzip' | 'zstd'
  /** Limits without a platform are for each platform. */
  readonly budget: Budget
  readonly onOverBudget: OnOverBudget
  readonly baseline: BaselineSpec
  readonly smoke: SmokeSpec | null
  /** Whether the code may come from a person without push access, such as the author of a pull request. */
  readonly othersCode: boolean
  readonly publish: PublishSpec
  /** What is made of the image's SBOM; empty: none is written. */
  readonly sbom: readonly SbomForm[]
  /** Seconds since 1970 for `created`, from SOURCE_DATE_EPOCH or the commit; `null` leaves it out. */
  readonly created: number | null
  /** The commit that is built; `null` if git does not know it. */
  readonly revision: string | null
}

/** `embedded`: a file in the image. `file`: beside the report. `referrer`: in the registry, listed for the image. */
export type SbomForm = 'embedded' | 'file' | 'referrer'

/** The annotations of an image index. */
export interface IndexSpec {
  readonly annotations: Readonly<Record<string, string>>
  /** Annotations of the descriptor by which a layout lists the index. */
  readonly descriptorAnnotations: Readonly<Record<string, string>>
}

export type Source =
  /** `mains` is empty if the user named none; then the module must have exactly one main package. */
  | { readonly kind: 'main'; readonly mains: readonly MainSpec[] }
  /** A prebuilt static ELF, absolute path. */
  | {
      readonly kind: 'binary'
      readonly path: string
      readonly name: string
      readonly directory?: string | undefined
    }

export interface MainSpec {
  /** As `go build` names it: `./cmd/api`, `example.com/x/cmd/api`. */
  readonly path: string
  /** From `path=name` or `path=/directory/name`; `null`: the package's own base name. */
  readonly name: string | null
  /** Absolute directory in the image; left out for `/`. */
  readonly directory?: string | undefined
}

export interface GoSpec {
  /** `1.26.8`, `1.26`, `1.26.x`, `>=1.25`, `stable`, `oldstable`; `null`: the file decides. */
  readonly version: string | null
  /** Absolute; `null`: go.work or go.mod, found upwards from the working directory. */
  readonly versionFile: string | null
  readonly downloadUrl: string | null
}

export interface PackSpec {
  readonly mode: 'auto' | 'require' | 'off'
  readonly packer: 'upx' | 'bantam'
  /**
   * An explicit version is never replaced by another. `null`: the pinned version, or another known good one if that is
   * not available.
   */
  readonly upxVersion: string | null
  readonly upxSha256: string | null
  readonly upxArgs: readonly string[]
  readonly upxDownloadUrl: string | null
}

export interface CompileSpec {
  /** Templates already filled in; one string, as `-ldflags` takes it, without `-s -w`. */
  readonly ldflags: string
  readonly buildTags: readonly string[]
  readonly buildFlags: readonly string[]
  readonly buildEnv: Readonly<Record<string, string>>
  readonly buildVcs: boolean
  readonly cgo: 'off' | 'static'
}

export interface ConfigSpec {
  /** `null`: the first binary. */
  readonly entrypoint: readonly string[] | null
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** `8080/tcp` */
  readonly expose: readonly string[]
  readonly user: User
  readonly workdir: string | null
  readonly volumes: readonly string[]
  /** Directories that are made although `files` puts nothing into them. */
  readonly emptyDirectories: readonly string[]
  /** Those of `workdir`, `volumes` and `emptyDirectories` that have a mode or an owner of their own. */
  readonly directories: readonly DirectorySpec[]
  readonly stopSignal: string | null
  /** `null`: the image says nothing of one. */
  readonly healthcheck: HealthcheckSpec | null
  readonly accounts: readonly AccountSpec[]
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  /** What a base brings that no input sets or that inputs override; left out on `scratch`. */
  readonly inherited?: {
    readonly env: Readonly<Record<string, string>>
    /** Volumes of the base, whose directories are its own matter. */
    readonly volumes: readonly string[]
    readonly healthcheck: object | null
  }
}

export interface User {
  readonly uid: number
  readonly gid: number
}

/** A user of the image's `/etc/passwd`. */
export interface AccountSpec extends User {
  readonly name: string
  /** Absolute. */
  readonly home: string
}

/** How Docker finds out whether the service works. */
export type HealthcheckSpec =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'command'
      /** The program and its arguments. */
      readonly words: readonly string[]
      /** In nanoseconds; what is left out is Docker's default. */
      readonly interval?: number
      readonly timeout?: number
      readonly startPeriod?: number
      readonly startInterval?: number
      readonly retries?: number
    }

/** Capabilities of one file. */
export interface CapabilitySpec {
  /** Absolute path in the image; `null`: the first binary. */
  readonly path: string | null
  readonly capabilities: Capabilities
}

/** A directory that the image has for the service, and who may do what in it. */
export interface DirectorySpec {
  /** Absolute path in the image. */
  readonly path: string
  /** Permission bits; `null`: 0755. */
  readonly mode: number | null
  /** `null`: the image's user. */
  readonly owner: User | null
}

export interface FileSpec {
  /** Absolute path of a file or a directory; with a pattern, of the directory where it starts. */
  readonly source: string
  /** The names of a pattern below `source`, from `parsePattern`; left out where the source is one path. */
  readonly pattern?: readonly string[]
  /** Absolute path in the image. One that ends in a slash is the directory to put a file in. */
  readonly destination: string
  /** Permission bits; `null`: 0755 where the source may be executed, else 0644. */
  readonly mode: number | null
  readonly uid: number
  readonly gid: number
}

/** A symbolic link in the image. */
export interface LinkSpec {
  /** Absolute path in the image. */
  readonly path: string
  /** As it is written into the link. */
  readonly target: string
}

export interface CertificatesSpec {
  readonly roots: 'auto' | 'mozilla' | 'system' | 'none' | { readonly file: string }
  /** Absolute paths of PEM files, appended whatever `roots` says. */
  readonly extra: readonly string[]
}

export interface SmokeSpec {
  /** Arguments that must exit 0. */
  readonly args: readonly string[] | null
  /** A port and path that must answer below 500. */
  readonly http: { readonly port: number; readonly path: string } | null
  readonly env: Readonly<Record<string, string>>
}

export interface PublishSpec {
  readonly push: boolean
  /** Repositories times tags, all of them references with a tag. Empty when no `image` was given. */
  readonly references: readonly Reference[]
  readonly load: boolean
  readonly output: OutputSpec | null
  readonly credentials: { readonly username: string; readonly password: string } | null
  /** The workflow's own token, for ghcr.io. */
  readonly githubToken: string | null
  /**
   * In a run that builds a piece of a plan: images are stored by their digests, and no tag is moved. Left out where the run
   * builds all of the image.
   */
  readonly piece?: {
    /** Platforms of the image that other runs build. */
    readonly elsewhere: readonly Platform[]
  }
}
