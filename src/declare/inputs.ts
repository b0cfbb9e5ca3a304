import type { Surface } from '../clause.ts'
import { METRIC_WORDS, NOISE_WORDS } from './metric-words.ts'
import { DEFAULT_PLATFORM, formatPlatform } from './platform.ts'
import { UNPRIVILEGED_TEXT } from './unprivileged.ts'

/**
 * `text`: one value. `list`: items on lines or between commas. `map`: `name=value` lines. `words`: split like a shell does.
 * `choice`: one of `choices`. `boolean`: true or false; on the command line a flag without a value.
 */
export type InputKind = 'text' | 'list' | 'map' | 'words' | 'choice' | 'boolean'

export const GROUPS = [
  'What to build',
  'Go',
  'Packing',
  'The image',
  'Budget',
  'Publishing',
  'Smoke test',
  'The run',
] as const

export interface Input {
  readonly name: string
  readonly group: (typeof GROUPS)[number]
  readonly kind: InputKind
  /** The first sentence says what it is, and is all that `--help` shows. */
  readonly description: string
  /** As action.yml gives it; empty where there is none, or where it depends on other things (the description says on which). */
  readonly default: string
  readonly choices?: readonly string[]
  /** How `--help` names the value. */
  readonly placeholder?: string
  /** Where it can be given; in the action and in `bantam build` where left out. */
  readonly only?: Surface | 'weigh' | 'comment'
  /** Its value never appears in a message. */
  readonly secret?: true
}

const TABLE = [
  {
    name: 'main',
    group: 'What to build',
    kind: 'list',
    placeholder: 'PATH[=NAME]',
    default: '',
    description:
      "Main packages to compile, as `go build` names them, one or more; `path=name` names the binary, and `path=/usr/bin/name` says where it goes. Default: `.`, else the module's only main package. Several become several binaries in one image, the first of which is the entrypoint. Not together with `binary`.",
  },
  {
    name: 'binary',
    group: 'What to build',
    kind: 'text',
    placeholder: 'PATH',
    default: '',
    description:
      'A prebuilt static ELF executable instead of `main` (C, Rust, Zig, …). `{{.Os}}` and `{{.Arch}}` in it are those of `platforms`. Not together with `main` or with what only a Go build uses.',
  },
  {
    name: 'working-directory',
    group: 'What to build',
    kind: 'text',
    placeholder: 'DIR',
    default: '.',
    description:
      'Directory where the build runs. What is read starts there; `output` and `report`, which are written, start where the command does.',
  },
  {
    name: 'platforms',
    group: 'What to build',
    kind: 'list',
    placeholder: 'OS/ARCH',
    default: formatPlatform(DEFAULT_PLATFORM),
    description:
      'Platforms to build for, as `os/arch[/variant]`. Several give one image index under one tag. Linux only. A tag that holds a platform that this run does not build is not replaced.',
  },
  {
    name: 'go-version',
    group: 'Go',
    kind: 'text',
    placeholder: 'VERSION',
    default: '',
    description:
      'Go version: exact (`1.26.8`), `1.26`, `1.26.x`, a range (`>=1.25 <1.27`), `stable` or `oldstable`. Default: what `go-version-file` says. In YAML, quote it: 1.20 without quotes is 1.2. Not together with `go-version-file`.',
  },
  {
    name: 'go-version-file',
    group: 'Go',
    kind: 'text',
    placeholder: 'PATH',
    default: '',
    description:
      'A go.mod or go.work whose `toolchain` line, else whose `go` line, is the least version that is used. Default: the nearest go.work or go.mod, upwards from `working-directory`.',
  },
  {
    name: 'go-download-url',
    group: 'Go',
    kind: 'text',
    placeholder: 'URL',
    default: '',
    description:
      'A mirror that replaces the official place of Go downloads, an http or https URL. It serves the same list and the same archives.',
  },
  {
    name: 'ldflags',
    group: 'Go',
    kind: 'words',
    placeholder: 'FLAGS',
    default: '',
    description:
      'Flags for Go\'s linker, added to `-s -w`, as `-ldflags` takes them; newlines are spaces. Templates: `{{.Version}}` (the git tag without its leading v; without a tag, the short commit; in a workflow only a run on the tag has it), `{{.Commit}}`, `{{.ShortCommit}}` (7 digits), `{{.Date}}` (the commit\'s, RFC 3339), `{{.Tag}}`, `{{.Branch}}`, `{{.Env.NAME}}`. A key that has no value is an error. For braces that are no template write `{{"{{"}}`, or pass the text as `{{.Env.NAME}}`.',
  },
  {
    name: 'build-tags',
    group: 'Go',
    kind: 'list',
    placeholder: 'TAGS',
    default: '',
    description: 'Build tags, as in `go build -tags`. Commas, spaces or newlines between them.',
  },
  {
    name: 'build-flags',
    group: 'Go',
    kind: 'words',
    placeholder: 'FLAGS',
    default: '',
    description:
      'Further flags for `go build`, split like a shell does. Flags that Bantam sets itself, and those that would run other programs (`-toolexec`), are refused.',
  },
  {
    name: 'build-env',
    group: 'Go',
    kind: 'map',
    placeholder: 'NAME=VALUE',
    default: '',
    description:
      'Environment variables of the build, `NAME=value` lines. GOOS, GOARCH, CGO_ENABLED and the like have inputs of their own and are refused. Of the environment, Go gets the variables of `go help environment`, proxies, certificates and what git needs for private modules; name here what else the build needs. Programs of the checkout (`CC=./cc`), GOCACHEPROG and commands in GOAUTH are refused.',
  },
  {
    name: 'build-vcs',
    group: 'Go',
    kind: 'boolean',
    default: 'false',
    description:
      'Whether Go stamps the revision into the binary. Every commit then gives another binary, which must be packed anew.',
  },
  {
    name: 'cgo',
    group: 'Go',
    kind: 'choice',
    choices: ['off', 'static'],
    default: 'off',
    description:
      'Whether C code is linked in, statically: `off` or `static`. `static` needs a C compiler. Not together with `binary`.',
  },
  {
    name: 'pack',
    group: 'Packing',
    kind: 'choice',
    choices: ['auto', 'require', 'off'],
    default: 'auto',
    description:
      'Whether the binary is packed with UPX: `auto`, `require` or `off`. `auto` packs; if packing is known or seen to be unsafe, or its proof cannot be run, it ships the linked binary and says so, and `require` fails.',
  },
  {
    name: 'upx-version',
    group: 'Packing',
    kind: 'text',
    placeholder: 'VERSION',
    default: '',
    description:
      'An exact UPX version such as `4.2.4`, never substituted. Default: 4.2.4, from the tool cache, from PATH, or downloaded. If it cannot be had, another known-good version on this machine packs, with a notice, because versions write different bytes. Not together with `pack: off`.',
  },
  {
    name: 'upx-args',
    group: 'Packing',
    kind: 'words',
    placeholder: 'ARGS',
    default: '',
    description:
      "UPX's arguments, split like a shell does. Default: `--best --lzma`. Not together with `pack: off`.",
  },
  {
    name: 'upx-sha256',
    group: 'Packing',
    kind: 'text',
    placeholder: 'HEX',
    default: '',
    description:
      'SHA-256 of the UPX archive to download, 64 hexadecimal digits. Needed for a version that Bantam does not know. Only together with `upx-version`.',
  },
  {
    name: 'upx-download-url',
    group: 'Packing',
    kind: 'text',
    placeholder: 'URL',
    default: '',
    description:
      'A mirror that replaces the official place of UPX downloads, an http or https URL. Not together with `pack: off`.',
  },
  {
    name: 'entrypoint',
    group: 'The image',
    kind: 'words',
    placeholder: 'WORDS',
    default: '',
    description:
      'What the image runs, split like a shell does, or a list such as `["/api", "serve"]`. Default: the first binary, `/<name>`. It must be a program of the image for its platform that `user` may execute: a path, or a name that is in the PATH of `env`. This is checked before anything is built.',
  },
  {
    name: 'args',
    group: 'The image',
    kind: 'words',
    placeholder: 'WORDS',
    default: '',
    description:
      'Default arguments of the entrypoint, split like a shell does, or a list such as `["serve", "--port=8080"]`. `docker run IMAGE args` replaces them.',
  },
  {
    name: 'env',
    group: 'The image',
    kind: 'map',
    placeholder: 'NAME=VALUE',
    default: '',
    description:
      'Environment variables of the image, `NAME=value` lines. Values are taken as they stand. `HOME` is set to the home of `user` unless it is given here.',
  },
  {
    name: 'expose',
    group: 'The image',
    kind: 'list',
    placeholder: 'PORTS',
    default: '',
    description: 'Ports that the service listens on, `8080` or `53/udp`. Without a protocol it is tcp.',
  },
  {
    name: 'user',
    group: 'The image',
    kind: 'text',
    placeholder: 'UID[:GID]',
    default: UNPRIVILEGED_TEXT,
    description:
      'Numeric user and group that the image runs as, `uid:gid`. A uid alone is its own gid. Names are refused: scratch has no users to look them up.',
  },
  {
    name: 'workdir',
    group: 'The image',
    kind: 'text',
    placeholder: 'DIR',
    default: '',
    description:
      'Absolute working directory in the image, `path[:mode[:uid:gid]]`. It exists there. Default mode: 0755; default owner: `user`.',
  },
  {
    name: 'volumes',
    group: 'The image',
    kind: 'list',
    placeholder: 'DIRS',
    default: '',
    description:
      'Absolute directories in the image meant for volumes, `path[:mode[:uid:gid]]`. They exist. Default mode: 0755; default owner: `user`. For a platform that chooses the user and keeps group 0, write `/data:0775:65532:0`.',
  },
  {
    name: 'stop-signal',
    group: 'The image',
    kind: 'text',
    placeholder: 'SIGNAL',
    default: '',
    description: 'Signal that stops the container, such as `SIGTERM` or `15`.',
  },
  {
    name: 'files',
    group: 'The image',
    kind: 'list',
    placeholder: 'SRC:DEST',
    default: '',
    description:
      'Files or directories to put into the image, `source:destination[:mode[:uid:gid]]` lines. The source must lie in the workspace (the checkout, or the current directory where there is none), also after links are followed. The destination is absolute and the whole path, the mode octal. Default mode: 0755 where the source may be executed, else 0644; default owner: 0:0. `{{.Os}}`, `{{.Arch}}` and `{{.Variant}}` in the source are those of each platform.',
  },
  {
    name: 'certificates',
    group: 'The image',
    kind: 'text',
    placeholder: 'ROOTS',
    default: 'auto',
    description:
      "CA certificates in the image: `auto`, `mozilla`, `system`, `none` or the path of a PEM file. `auto` adds Mozilla's if the binary can use the system's.",
  },
  {
    name: 'extra-certificates',
    group: 'The image',
    kind: 'list',
    placeholder: 'PATHS',
    default: '',
    description: 'PEM files whose certificates are appended, whatever `certificates` says.',
  },
  {
    name: 'timezones',
    group: 'The image',
    kind: 'choice',
    choices: ['auto', 'all', 'none'],
    default: 'auto',
    description:
      "Time zones in the image: `auto`, `all` or `none`. `auto` brings Go's zone file when the binary can reach `time.LoadLocation` and does not embed it, and the zone that `TZ` in `env` names. A program that Go did not build gets files below `/usr/share/zoneinfo`.",
  },
  {
    name: 'labels',
    group: 'The image',
    kind: 'map',
    placeholder: 'KEY=VALUE',
    default: '',
    description:
      'Labels of the image, `key=value` lines, with the templates of `ldflags`. Added to the OCI source, revision, created, version and title, which they can replace. Of a repeated key the last value counts.',
  },
  {
    name: 'annotations',
    group: 'The image',
    kind: 'map',
    placeholder: 'KEY=VALUE',
    default: '',
    description:
      'Annotations of the manifest, `key=value` lines, with the templates of `ldflags`. Labels whose key begins with `org.opencontainers.image.` are annotations too. Without a level a key is for every manifest; `index:key=value`, `manifest[linux/arm64]:key=value`, `manifest-descriptor:key=value` and `index-descriptor:key=value` are for other documents, and `manifest,index:key=value` for both.',
  },
  {
    name: 'layer-compression',
    group: 'The image',
    kind: 'choice',
    choices: ['gzip', 'zstd'],
    default: 'gzip',
    description:
      'How layers are compressed: `gzip` or `zstd`. zstd needs a reader from Docker 23 or containerd 1.5 on.',
  },
  {
    name: 'sbom',
    group: 'The image',
    kind: 'list',
    placeholder: 'FORM',
    default: 'none',
    description:
      'What becomes of the list of modules that the image was built from, an SBOM in SPDX 2.3: `embedded`, `file`, `referrer`, several of them, or `none`. `embedded` puts it into the image, where scanners find it, as `/var/lib/db/sbom/image.spdx.json`; that counts for the budget. `file` writes `sbom.spdx.json` beside the `report`, one for each platform where there are several. `referrer` pushes it after the image, and the registry lists it for the image.',
  },
  {
    name: 'budget',
    group: 'Budget',
    kind: 'list',
    placeholder: 'LIMITS',
    default: '',
    description: `What the image may weigh: a size such as \`3MB\` (the image), or \`metric[@platform]: limit\` lines. Metrics: ${METRIC_WORDS}, \`module <path>\` (\`std\` is the standard library), \`package <path>\`. A module or a package counts its code, its types and the files that it embeds; constant tables and strings have no owner and are counted in neither, so the report shows how many bytes they are beside such a limit. Units: B, kB, MB, GB (powers of 1000), KiB, MiB, GiB (powers of 1024). A signed limit is growth over the baseline: \`image: +50kB\`, \`binary: +2%\`, \`module golang.org/x/net: +0\`; ${NOISE_WORDS}, or 0.1 % up to 16 KiB, is noise and counts as none; so do 8 KiB of padding between segments (128 KiB where segments are 64 KiB apart, as on arm64). \`binary\` is all programs of the image, also those that came with \`files\`; a limit that falls on a program that could not be read is unmeasured, which fails. A module or package of which no byte is left is 0 bytes. A metric may have a size and a growth. \`none\` opts out. The action fails without it, after saying what to write; on the command line no budget means none.`,
  },
  {
    name: 'on-over-budget',
    group: 'Budget',
    kind: 'choice',
    choices: ['fail', 'fail-if-grown', 'warn'],
    default: 'fail',
    description:
      'What happens to an image over budget. `fail` fails and publishes nothing. `fail-if-grown` does so only for what grew; what the baseline already had over its limit is a warning. `warn` publishes it with a warning. With each of the three, a limit that could not be measured fails.',
  },
  {
    name: 'baseline',
    group: 'Budget',
    kind: 'text',
    placeholder: 'WHAT',
    default: 'auto',
    description:
      "What growth is measured against: an image reference, a path, `auto`, `build` or `none`. A path is that of an OCI layout, an archive or a weigh-in, and is written as a path: `./base.json`, `../base`, `/tmp/base.tar`. Anything with a tag, a digest or a registry is an image, whatever files there are. A pull request can change a file of the checkout; `auto` never takes one. `auto` takes, of the branch that a pull request goes into or that is pushed to, the first of these: the weigh-in in the workflow's cache that is of exactly the commit that the change starts from; the image that the branch's tag names in the first repository of `image`, if it is of that commit; the newest weigh-in in the cache, or else that image, and then names the commit that it is of. On the command line `auto` is `none`. `build` compiles that commit (on the command line the one that HEAD shares with origin/HEAD) in a worktree of its own, and fetches it if the clone does not have it; nothing of it is packed, so only `binary`, modules and packages can be compared. If there is no baseline yet, as on the first run, a limit of growth passes with a notice. If it cannot be read (a cache or a registry that fails, a damaged file), a limit of growth fails. `none` compares with nothing, and cannot stand beside a limit of growth.",
  },
  {
    name: 'image',
    group: 'Publishing',
    kind: 'list',
    placeholder: 'REPOSITORY',
    default: '',
    description:
      'Repositories to publish to, one or more, such as `ghcr.io/owner/name`, without a tag. Lower-cased, as the registry wants it.',
  },
  {
    name: 'tags',
    group: 'Publishing',
    kind: 'list',
    placeholder: 'TAGS',
    default: '',
    description:
      'Image tags, or full references (the output of docker/metadata-action fits), with the templates of `ldflags`. What a template fills in becomes part of a tag as a branch does: `feat/x` is `feat-x`. Default: `pr-N` for a pull request, else the git tag, else the branch, else `latest`. In a workflow the git tag is that of `GITHUB_REF`; elsewhere it is the highest version of the commit.',
  },
  {
    name: 'push',
    group: 'Publishing',
    kind: 'choice',
    choices: ['auto', 'true', 'false'],
    default: 'auto',
    description:
      'Whether the image is published: `auto`, `true` or `false`. `auto` publishes on push, release, workflow_dispatch and schedule when `image` or a full reference in `tags` is given, never on a pull request or a merge group, and never on the command line.',
  },
  {
    name: 'load',
    group: 'Publishing',
    kind: 'boolean',
    default: 'false',
    description: 'Whether the image is loaded into the Docker or Podman daemon.',
  },
  {
    name: 'output',
    group: 'Publishing',
    kind: 'text',
    placeholder: 'PATH',
    default: '',
    description:
      'Where the image is written: an OCI layout directory, or one archive when the path ends in `.tar`. The archive is read by `docker load`, `podman load` and skopeo.',
  },
  {
    name: 'registry-username',
    group: 'Publishing',
    kind: 'text',
    placeholder: 'NAME',
    default: '',
    description:
      'User name at the registries of `image`. Default: what docker or podman know (`docker login`). Only together with `registry-password`.',
  },
  {
    name: 'registry-password',
    group: 'Publishing',
    kind: 'text',
    placeholder: 'SECRET',
    default: '',
    secret: true,
    description:
      'Password or token that goes with `registry-username`. On a machine that others use, prefer `docker login`: they can read command lines.',
  },
  {
    name: 'github-token',
    group: 'Publishing',
    kind: 'text',
    only: 'action',
    default: '${{ github.token }}',
    secret: true,
    description:
      "The workflow's own token. To publish to ghcr.io it needs `packages: write` in the job's permissions, to comment on a pull request `pull-requests: write`.",
  },
  {
    name: 'smoke-args',
    group: 'Smoke test',
    kind: 'words',
    placeholder: 'WORDS',
    default: '',
    description:
      'Arguments with which the finished image must exit 0 before anything is published, split like a shell does. The image is isolated from the machine, has no network but its own loopback, and gets what Docker gives a container; if it cannot be isolated, the smoke test is not run, which fails.',
  },
  {
    name: 'smoke-http',
    group: 'Smoke test',
    kind: 'text',
    placeholder: 'PORT/PATH',
    default: '',
    description:
      'Port and path that must answer below 500 before anything is published, such as `8080/healthz`.',
  },
  {
    name: 'smoke-env',
    group: 'Smoke test',
    kind: 'map',
    placeholder: 'NAME=VALUE',
    default: '',
    description:
      'Environment variables of the smoke test, `NAME=value` lines. Only together with `smoke-args` or `smoke-http`.',
  },
  {
    name: 'cache',
    group: 'The run',
    kind: 'boolean',
    only: 'action',
    default: 'true',
    description:
      "Whether Go's build and module caches, packed binaries, and the weigh-ins of pushed branches (for `baseline: auto`) are kept between runs, in the workflow's cache.",
  },
  {
    name: 'summary',
    group: 'The run',
    kind: 'boolean',
    only: 'action',
    default: 'true',
    description: 'Whether the weigh-in is shown in the job summary.',
  },
  {
    name: 'comment',
    group: 'The run',
    kind: 'choice',
    choices: ['true', 'changed', 'false'],
    only: 'action',
    default: 'true',
    description:
      'Whether the weigh-in is a comment on the pull request that the run is about: `true`, `changed` or `false`. The next run brings the same comment up to date. With `changed` none is created while nothing changed beyond noise. A comment that cannot be written is a notice; on a pull request from a fork only the `comment/` action can write it.',
  },
  {
    name: 'report',
    group: 'The run',
    kind: 'text',
    placeholder: 'PATH',
    default: '',
    description:
      'Where the weigh-in is written as JSON, with the report as an HTML page beside it (`.html` for `.json`). Default: `bantam.json` in `$RUNNER_TEMP` in the action; not written on the command line.',
  },
  {
    name: 'depth',
    group: 'The run',
    kind: 'choice',
    choices: ['package', 'function'],
    only: 'weigh',
    default: 'package',
    description: 'How deep binaries are broken down: `package` or `function`.',
  },
  {
    name: 'weigh-in',
    group: 'The run',
    kind: 'text',
    only: 'comment',
    default: '',
    description:
      'The weigh-in to comment on: its path, or that of a directory with one or several, as actions/download-artifact writes it. Several become one comment.',
  },
] as const satisfies readonly Input[]

export type InputName = (typeof TABLE)[number]['name']

/** Every input there is, in the order of action.yml, `--help` and docs/reference.md, which are all made from this table. */
export const INPUTS: readonly (Input & { readonly name: InputName })[] = TABLE

/** Its row of the table. */
export function rowOf(name: InputName): Input & { readonly name: InputName } {
  const [row] = INPUTS.filter(input => input.name === name)
  if (row === undefined) throw new Error(`${name} is not an input`)
  return row
}

export function isInputName(name: string): name is InputName {
  return INPUTS.some(input => input.name === name)
}

export function inputsOf(surface: Surface): typeof INPUTS {
  return INPUTS.filter(input => input.only === undefined || input.only === surface)
}

/** `true` where the flag alone means `true`, and a value must be joined by `=`. */
export function isSwitch(input: Input): boolean {
  return input.kind === 'boolean' || (input.choices?.includes('true') ?? false)
}

/** `true` where the same flag may be given again, each adding a line. */
export function isRepeatable(input: Input): boolean {
  return input.kind === 'list' || input.kind === 'map' || input.kind === 'words'
}
