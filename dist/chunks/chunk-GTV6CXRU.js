import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  formatAmountExact
} from "./chunk-F2CDRKCC.js";
import {
  METRIC_NAMES,
  PAGE,
  metricRow
} from "./chunk-NWSLXV6K.js";
import {
  DEFAULT_PLATFORM,
  formatPlatform
} from "./chunk-HRDB3P5L.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";
import {
  UNPRIVILEGED_TEXT
} from "./chunk-O46FCSL4.js";
import {
  Failure,
  clause,
  valueClause
} from "./chunk-IPQ6L4C3.js";

// src/declare/metric-words.ts
var METRIC_WORDS = METRIC_NAMES.map(
  (metric) => `\`${metric}\` (${metricRow(metric).meaning})`
).join(", ");
var NOISE_WORDS = `${formatAmountExact(PAGE, "bytes")} (${METRIC_NAMES.flatMap((metric) => {
  const { noise, unit } = metricRow(metric);
  return noise === PAGE ? [] : [`of \`${metric}\` ${formatAmountExact(noise, unit)}`];
}).join(", ")})`;

// src/declare/inputs.ts
var GROUPS = [
  "What to build",
  "Several images",
  "Go",
  "Packing",
  "The image",
  "Budget",
  "Publishing",
  "Smoke test",
  "The run"
];
var TABLE = [
  {
    name: "main",
    group: "What to build",
    kind: "list",
    placeholder: "PATH[=NAME]",
    default: "",
    description: "Main packages to compile, as `go build` names them. Default: the package in `.`, or else the only main package of the module. `path=name` also names the binary, and `path=/usr/bin/name` says where it goes. Several packages become several binaries in one image, and the first is the entrypoint. Not together with `binary`."
  },
  {
    name: "binary",
    group: "What to build",
    kind: "text",
    placeholder: "PATH",
    default: "",
    description: "A static ELF executable to use instead of compiling `main`. It can be written in any language (C, Rust, Zig, \u2026). `{{.Os}}` and `{{.Arch}}` in the path stand for the platform in `platforms`. Not together with `main`, or with inputs that only a Go build uses."
  },
  {
    name: "working-directory",
    group: "What to build",
    kind: "text",
    placeholder: "DIR",
    default: ".",
    description: "Directory where the build runs. Paths of files that Bantam reads start here. The paths in `output` and `report` start where the command was started."
  },
  {
    name: "platforms",
    group: "What to build",
    kind: "list",
    placeholder: "OS/ARCH",
    default: formatPlatform(DEFAULT_PLATFORM),
    description: "Platforms to build for, as `os/arch[/variant]`. Only Linux. Several platforms give one image index under one tag. A tag that holds a platform that this run does not build is not replaced."
  },
  {
    name: "config",
    group: "Several images",
    kind: "text",
    placeholder: "PATH",
    default: "",
    description: "YAML file with several images. The path starts at `working-directory`. Default: `bantam.yaml`, if there is one and neither `main` nor `binary` is given. `none` reads none. Each image has a name and its own inputs, and `defaults` has what they share. What the step or the command line gives comes first, then what the image says, then `defaults`. In the action, a value that is the default of its input counts as not given. The `working-directory` of an image starts at the directory of the file."
  },
  {
    name: "only",
    group: "Several images",
    kind: "list",
    placeholder: "NAMES",
    default: "",
    description: "Names of the images of `config` to build. Default: all."
  },
  {
    name: "changed-since",
    group: "Several images",
    kind: "text",
    placeholder: "REF",
    default: "",
    description: "Branch, tag or commit: only images that changed since then are built. Compared are the files of the packages that go into an image, what they embed, the modules that they use, the files of `files`, `certificates` and `base`, and the settings in `config`, with the commit that HEAD shares with this one. What cannot be decided counts as changed, and a notice says so. If nothing changed, the run ends with 0."
  },
  {
    name: "go-version",
    group: "Go",
    kind: "text",
    placeholder: "VERSION",
    default: "",
    description: "Go version to use: exact (`1.26.8`), `1.26`, `1.26.x`, a range (`>=1.25 <1.27`), `stable` or `oldstable`. Default: the version that `go-version-file` asks for. In YAML, put the version in quotes: without them, 1.20 is read as 1.2. Not together with `go-version-file`."
  },
  {
    name: "go-version-file",
    group: "Go",
    kind: "text",
    placeholder: "PATH",
    default: "",
    description: "The go.mod or go.work file that says which Go version to use. Default: the nearest go.work or go.mod, in `working-directory` or above it. Its `toolchain` line, or else its `go` line, gives the lowest version that may be used."
  },
  {
    name: "go-download-url",
    group: "Go",
    kind: "text",
    placeholder: "URL",
    default: "",
    description: "URL of a mirror to download Go from, instead of the official site. It must be http or https, and serve the same list and the same archives."
  },
  {
    name: "ldflags",
    group: "Go",
    kind: "words",
    placeholder: "FLAGS",
    default: "",
    description: 'Flags for Go\'s linker, added to `-s -w`, as `go build -ldflags` takes them. Newlines count as spaces. Templates are replaced: `{{.Version}}` (the git tag without its leading v, or the short commit if there is no tag), `{{.Commit}}`, `{{.Date}}`, `{{.Env.NAME}}` and the other keys of the table below. In a workflow, only a run for a tag has a tag. A key without a value is an error, unless it has a default: `{{.Tag | default "dev"}}`. To write braces that are not a template, write `{{"{{"}}`, or pass the text as `{{.Env.NAME}}`.'
  },
  {
    name: "build-tags",
    group: "Go",
    kind: "list",
    placeholder: "TAGS",
    default: "",
    description: "Build tags, as in `go build -tags`. Separate them with commas, spaces or newlines."
  },
  {
    name: "build-flags",
    group: "Go",
    kind: "words",
    placeholder: "FLAGS",
    default: "",
    description: "More flags for `go build`, split into words as a shell does. Flags that Bantam sets itself are refused. Flags that would run other programs, such as `-toolexec`, are refused too."
  },
  {
    name: "build-env",
    group: "Go",
    kind: "map",
    placeholder: "NAME=VALUE",
    default: "",
    description: "Environment variables of the build, as `NAME=value` lines. GOOS, GOARCH, CGO_ENABLED and similar variables are refused, because they have inputs of their own. From the environment of the job, Go gets only the variables of `go help environment`, those for proxies and certificates, and what git needs for private modules. List here every other variable that the build needs. Programs in the checkout (`CC=./cc`), GOCACHEPROG and commands in GOAUTH are refused."
  },
  {
    name: "build-vcs",
    group: "Go",
    kind: "boolean",
    default: "false",
    description: "Whether Go writes the revision into the binary. If it does, every commit makes a different binary, which must be packed again."
  },
  {
    name: "cgo",
    group: "Go",
    kind: "choice",
    choices: ["off", "static"],
    default: "off",
    description: "Whether C code is linked in: `off`, or `static` to link it statically. `static` needs a C compiler. Not together with `binary`."
  },
  {
    name: "pack",
    group: "Packing",
    kind: "choice",
    choices: ["auto", "require", "off"],
    default: "auto",
    description: "Whether the binary is packed: `auto`, `require` or `off`. Sometimes packing is not safe, or the proof that the packed binary starts cannot be run. `auto` then ships the linked binary and says so, and `require` fails."
  },
  {
    name: "packer",
    group: "Packing",
    kind: "choice",
    choices: ["upx", "bantam"],
    default: "upx",
    description: "What packs the binary: `upx`, or `bantam` for the packer that Bantam has itself. `bantam` packs for linux/amd64 and linux/arm64, downloads nothing, and leaves modules visible to scanners. What it packs also depends on the version of zstd in Node, which the weigh-in names. Not together with `pack: off`."
  },
  {
    name: "upx-version",
    group: "Packing",
    kind: "text",
    placeholder: "VERSION",
    default: "",
    description: "Exact UPX version to use, such as `4.2.4`. Default: 4.2.4, from the tool cache, from PATH, or downloaded. If 4.2.4 cannot be found or downloaded, another known-good version on this machine packs. A notice then says so, because each version writes different bytes. A version that you name is never replaced by another. Not together with `pack: off` or `packer: bantam`."
  },
  {
    name: "upx-args",
    group: "Packing",
    kind: "words",
    placeholder: "ARGS",
    default: "",
    description: "Arguments for UPX, split into words as a shell does. Default: `--best --lzma`. Not together with `pack: off` or `packer: bantam`."
  },
  {
    name: "upx-sha256",
    group: "Packing",
    kind: "text",
    placeholder: "HEX",
    default: "",
    description: "SHA-256 of the UPX archive to download, as 64 hexadecimal digits. It is needed for a version that Bantam does not know. Only together with `upx-version`."
  },
  {
    name: "upx-download-url",
    group: "Packing",
    kind: "text",
    placeholder: "URL",
    default: "",
    description: "URL of a mirror to download UPX from, instead of the official site. It must be http or https. Not together with `pack: off` or `packer: bantam`."
  },
  {
    name: "base",
    group: "The image",
    kind: "text",
    placeholder: "IMAGE",
    default: "scratch",
    description: "Base image: `scratch`, an image with a tag or a digest (`alpine:3.22`), or the path of an OCI layout (`./base`). For each of `platforms`, Bantam uses its image for that platform. Its layers come first, unchanged. Its config is inherited as with `FROM` in a Dockerfile: environment, working directory, user, labels, ports, volumes, stop signal and health check, but not its entrypoint and command."
  },
  {
    name: "entrypoint",
    group: "The image",
    kind: "words",
    placeholder: "WORDS",
    default: "",
    description: 'Program that the image starts, with its first arguments, split into words as a shell does. Default: the first binary, `/<name>`. It can also be a list, such as `["/api", "serve"]`. The program is a path, or a name that is found in the PATH of `env`. It must be in the image, run on its platform, and be executable for `user`. This is checked before anything is built.'
  },
  {
    name: "args",
    group: "The image",
    kind: "words",
    placeholder: "WORDS",
    default: "",
    description: 'Default arguments of the entrypoint, split into words as a shell does. They can also be a list, such as `["serve", "--port=8080"]`. `docker run IMAGE args` replaces them.'
  },
  {
    name: "cmd",
    group: "The image",
    kind: "words",
    placeholder: "WORDS",
    default: "",
    description: "What an image without an entrypoint runs. `docker run IMAGE words` replaces all of it, which suits an image with several programs. It is split and checked as `entrypoint` is. Not together with `entrypoint` or `args`."
  },
  {
    name: "env",
    group: "The image",
    kind: "map",
    placeholder: "NAME=VALUE",
    default: "",
    description: "Environment variables of the image, as `NAME=value` lines. Values are used exactly as written. `HOME` is set to the home of `user`, unless you set it here."
  },
  {
    name: "expose",
    group: "The image",
    kind: "list",
    placeholder: "PORTS",
    default: "",
    description: "Ports that the service listens on, such as `8080` or `53/udp`. A port without a protocol is a tcp port."
  },
  {
    name: "user",
    group: "The image",
    kind: "text",
    placeholder: "UID[:GID]",
    default: "",
    description: `User and group that the image runs as, as \`uid:gid\`, or the name of one of \`accounts\`. If the gid is missing, it is the same number as the uid. The image always has the numbers, because Kubernetes cannot tell whether a name is root. Other names are refused. Default: \`${UNPRIVILEGED_TEXT}\`, or with \`base\` the user of the base image.`
  },
  {
    name: "accounts",
    group: "The image",
    kind: "list",
    placeholder: "NAME:UID",
    default: "",
    description: "Users for `/etc/passwd` and `/etc/group`, as `name:uid[:gid[:home]]` lines, besides root, nonroot and nobody, or besides those of `base`. Default gid: the uid. Default home: `/home/<name>`, which is made for the user. An account can have the id of nonroot or nobody, and then replaces it; it cannot replace a user of `base`."
  },
  {
    name: "workdir",
    group: "The image",
    kind: "text",
    placeholder: "DIR",
    default: "",
    description: "Absolute path of the working directory in the image, as `path[:mode[:uid:gid]]`. Bantam creates the directory. Default mode: 0755. Default owner: `user`."
  },
  {
    name: "volumes",
    group: "The image",
    kind: "list",
    placeholder: "DIRS",
    default: "",
    description: "Absolute paths of directories for volumes in the image, as `path[:mode[:uid:gid]]`. Bantam creates the directories. Default mode: 0755. Default owner: `user`. For a platform that chooses the user and keeps group 0, write `/data:0775:65532:0`."
  },
  {
    name: "stop-signal",
    group: "The image",
    kind: "text",
    placeholder: "SIGNAL",
    default: "",
    description: "Signal that stops the container, such as `SIGTERM` or `15`."
  },
  {
    name: "healthcheck",
    group: "The image",
    kind: "words",
    placeholder: "CHECK",
    default: "",
    description: "How Docker finds out whether the service works: what stands behind HEALTHCHECK in a Dockerfile, such as `--interval=30s --timeout=3s CMD /api health`, or `NONE`. The words behind CMD are run as they are, since there is no shell; their program must be in the image. Flags: `--interval`, `--timeout`, `--start-period`, `--start-interval`, `--retries`. Kubernetes does not look at it, nor does Podman in an OCI image."
  },
  {
    name: "files",
    group: "The image",
    kind: "list",
    placeholder: "SRC:DEST",
    default: "",
    description: "Files or directories to copy into the image, as `source:destination[:mode[:uid:gid]]` lines. The source must be in the workspace, also after links are followed. The workspace is the checkout, or the current directory if there is no checkout. The source may be a pattern: `*` and `?` match characters of a name, and `**` matches directories. A pattern that matches nothing is an error. What matches keeps its path from the first wildcard on. The destination is the absolute path in the image. If it ends in a slash, the file goes into that directory, as with `COPY` in a Dockerfile. `/path -> /target` makes a symbolic link, and `/directory/[:mode[:uid:gid]]` an empty directory. The mode is octal. Default mode: 0755 if the source is executable, else 0644. Default owner: `0:0`. `{{.Os}}`, `{{.Arch}}` and `{{.Variant}}` in the source are those of each platform."
  },
  {
    name: "pack-files",
    group: "The image",
    kind: "list",
    placeholder: "PATHS",
    default: "",
    description: "Paths in the image of programs from `files` that are packed and proven as the binaries are, such as `/usr/bin/mailpit`. A program that cannot be packed safely stays as it is, and the report says why; with `pack: require` the run fails. Only a Go program can be proven, because the smoke test does not start it. Not together with `pack: off`."
  },
  {
    name: "capabilities",
    group: "The image",
    kind: "list",
    placeholder: "CAPS[ FILE]",
    default: "",
    description: "Capabilities of files in the image, as `capabilities[ path]` lines that setcap takes: `cap_net_bind_service=+ep /api`. Default path: the first binary. A platform that drops such a capability, or that sets `allowPrivilegeEscalation: false`, does not start the program, or starts it without the capability. The smoke test gives no capabilities."
  },
  {
    name: "certificates",
    group: "The image",
    kind: "text",
    placeholder: "ROOTS",
    default: "auto",
    description: "CA certificates in the image: `auto`, `mozilla`, `system`, `none` or the path of a PEM file. `auto` adds Mozilla's certificates if the binary can use the system's certificates, or if Go did not build it. `system` adds those of the machine that builds."
  },
  {
    name: "extra-certificates",
    group: "The image",
    kind: "list",
    placeholder: "PATHS",
    default: "",
    description: "PEM files with certificates to add to those of `certificates`. They are added even with `certificates: none`."
  },
  {
    name: "timezones",
    group: "The image",
    kind: "choice",
    choices: ["auto", "all", "none"],
    default: "auto",
    description: "Time zones in the image: `auto`, `all` or `none`. `auto` adds Go's zone file if the binary can call `time.LoadLocation` and does not embed the zones. It also adds the zone that `TZ` in `env` names. A program that Go did not build gets files below `/usr/share/zoneinfo`."
  },
  {
    name: "labels",
    group: "The image",
    kind: "map",
    placeholder: "KEY=VALUE",
    default: "",
    description: "Labels of the image, as `key=value` lines, with the templates of `ldflags`. Bantam itself sets the OCI labels for source, revision, created, version and title, and yours replace them. If a key is repeated, the last value counts."
  },
  {
    name: "annotations",
    group: "The image",
    kind: "map",
    placeholder: "KEY=VALUE",
    default: "",
    description: "Annotations of the manifest, as `key=value` lines, with the templates of `ldflags`. Labels whose key begins with `org.opencontainers.image.` become annotations too. Without a level, a key is for every manifest. `index:key=value`, `manifest[linux/arm64]:key=value`, `manifest-descriptor:key=value` and `index-descriptor:key=value` are for other documents. `manifest,index:key=value` is for both."
  },
  {
    name: "layer-compression",
    group: "The image",
    kind: "choice",
    choices: ["gzip", "zstd"],
    default: "gzip",
    description: "How layers are compressed: `gzip` or `zstd`. Pulling zstd layers needs Docker 23 or containerd 1.5, or newer."
  },
  {
    name: "sbom",
    group: "The image",
    kind: "list",
    placeholder: "FORM",
    default: "embedded",
    description: "What becomes of the list of modules that the image was built from, an SBOM in SPDX 2.3: `embedded`, `file`, `referrer`, several of them, or `none`. `embedded` puts it into the image, where scanners find it, as `/var/lib/db/sbom/image.spdx.json`; that counts for the budget. Who can pull the image can read it, and `none` leaves it out. `file` writes `sbom.spdx.json` beside the `report`, one for each platform where there are several. `referrer` pushes it after the image, and the registry lists it for the image."
  },
  {
    name: "budget",
    group: "Budget",
    kind: "list",
    placeholder: "LIMITS",
    default: "",
    description: `What the image may weigh: a size such as \`3MB\`, or limits as \`metric: limit\` lines. The action fails without a budget, and prints the line to write. On the command line, no budget means no limit. \`none\` turns the check off. A limit is a size (\`image: 3MB\`) or, with a sign, a growth over the baseline (\`image: +50kB\`, \`binary: +2%\`, \`module golang.org/x/net: +0\`). A metric can have one of each. Metrics: ${METRIC_WORDS}, \`module <path>\` (\`std\` is the standard library) and \`package <path>\`. \`metric@platform: limit\` holds for one platform only. Units: B, kB, MB, GB (powers of 1000), KiB, MiB, GiB (powers of 1024).`
  },
  {
    name: "on-over-budget",
    group: "Budget",
    kind: "choice",
    choices: ["fail", "fail-if-grown", "warn"],
    default: "fail",
    description: "What happens if the image is over budget: `fail`, `fail-if-grown` or `warn`. `fail` fails and publishes nothing. `fail-if-grown` does the same only for what grew. What was over its limit in the baseline already is a warning. `warn` publishes the image with a warning. With all three, a limit that could not be measured fails the run."
  },
  {
    name: "baseline",
    group: "Budget",
    kind: "text",
    placeholder: "WHAT",
    default: "auto",
    description: "What growth is measured against: `auto`, `build`, `none`, an image reference or a path. `auto` finds the weigh-in or the image of the commit that the change starts from, or else the newest one of its branch. On the command line `auto` means `none`. `build` compiles that commit. `none` compares with nothing, and is refused together with a limit on growth. A path begins with `.` or `/`, such as `./base.json`, and names an OCI layout, an archive or a weigh-in. If there is no baseline yet, as on the first run, a limit on growth passes with a notice. If the baseline cannot be read, a limit on growth fails."
  },
  {
    name: "image",
    group: "Publishing",
    kind: "list",
    placeholder: "REPOSITORY",
    default: "",
    description: "Repositories to publish to, such as `ghcr.io/owner/name`, without a tag. The names are changed to lower case, as registries require."
  },
  {
    name: "tags",
    group: "Publishing",
    kind: "list",
    placeholder: "TAGS",
    default: "",
    description: 'Image tags, or full references, with the templates of `ldflags`. Default: `pr-N` for a pull request, else the git tag, else the branch, else `latest`. The output of docker/metadata-action can be used as it is. A branch or another value is made to fit into a tag: `feat/x` becomes `feat-x`. A tag whose keys are all empty, as with `{{.Tag | default ""}}`, is left out. In a workflow, the git tag is the one in `GITHUB_REF`. Elsewhere it is the highest version tag of the commit.'
  },
  {
    name: "tag-prefix",
    group: "Publishing",
    kind: "text",
    placeholder: "PREFIX",
    default: "",
    description: "What the git tags that count begin with, such as `svc/` where `svc/v1.4.0` is version 1.4.0 of this service. Other tags count as no tag. `{{.Tag}}`, the default image tag and the version do not have it."
  },
  {
    name: "push",
    group: "Publishing",
    kind: "choice",
    choices: ["auto", "true", "false"],
    default: "auto",
    description: "Whether the image is published to a registry: `auto`, `true` or `false`. `auto` publishes on push, release, workflow_dispatch and schedule, if `image` or a full reference in `tags` is given. It never publishes on a pull request or a merge group, and never on the command line."
  },
  {
    name: "load",
    group: "Publishing",
    kind: "boolean",
    default: "false",
    description: "Whether the image is loaded into the Docker or Podman daemon."
  },
  {
    name: "output",
    group: "Publishing",
    kind: "text",
    placeholder: "PATH",
    default: "",
    description: "Path to write the image to: a directory for an OCI layout, or a path that ends in `.tar` for an archive. `docker load`, `podman load` and skopeo can read the archive."
  },
  {
    name: "binaries",
    group: "Publishing",
    kind: "text",
    placeholder: "DIR",
    default: "",
    description: "Folder where the executables of every platform are written for a release, as `NAME_VERSION_OS_ARCH`: those of the image, and with `-linked` those that Go linked, unless `pack` is `off`. Beside them are `checksums.txt`, for `sha256sum -c` and `subject-checksums` of actions/attest, and `binaries.json`. A folder of an earlier run is replaced; any other must be empty. Nothing is written where the gate fails."
  },
  {
    name: "binaries-archive",
    group: "Publishing",
    kind: "choice",
    choices: ["none", "tar.gz"],
    default: "none",
    description: "Whether each executable of `binaries` is in an archive of its own: `none` or `tar.gz`. Only together with `binaries`."
  },
  {
    name: "registry-username",
    group: "Publishing",
    kind: "text",
    placeholder: "NAME",
    default: "",
    description: "User name for the registries in `image`. Default: the login of podman or docker (`docker login`). Only together with `registry-password`."
  },
  {
    name: "registry-password",
    group: "Publishing",
    kind: "text",
    placeholder: "SECRET",
    default: "",
    secret: true,
    description: "Password or token for `registry-username`. On a machine that others use, prefer `docker login`: other users can read command lines."
  },
  {
    name: "github-token",
    group: "Publishing",
    kind: "text",
    only: "action",
    default: "${{ github.token }}",
    secret: true,
    description: "The workflow's own token. It needs `packages: write` to publish to ghcr.io, and `pull-requests: write` to comment on a pull request."
  },
  {
    name: "smoke-args",
    group: "Smoke test",
    kind: "words",
    placeholder: "WORDS",
    default: "",
    description: "Arguments to run the finished image with, before anything is published: it must exit with 0. They are split into words as a shell does. The image is isolated from the machine. It has no network but its own loopback, and gets what Docker gives a container. If it cannot be isolated, the smoke test is not run, and the build fails."
  },
  {
    name: "smoke-http",
    group: "Smoke test",
    kind: "text",
    placeholder: "PORT/PATH",
    default: "",
    description: "Port and path of the finished image that must answer with a status below 500, such as `8080/healthz`, before anything is published."
  },
  {
    name: "smoke-env",
    group: "Smoke test",
    kind: "map",
    placeholder: "NAME=VALUE",
    default: "",
    description: "Environment variables of the smoke test, as `NAME=value` lines. Only together with `smoke-args` or `smoke-http`."
  },
  {
    name: "cache",
    group: "The run",
    kind: "boolean",
    only: "action",
    default: "true",
    description: "Whether the workflow's cache keeps files for later runs. These are Go's build and module caches, packed binaries, and the weigh-ins of pushed branches (for `baseline: auto`)."
  },
  {
    name: "summary",
    group: "The run",
    kind: "boolean",
    only: "action",
    default: "true",
    description: "Whether the job summary shows the weigh-in."
  },
  {
    name: "comment",
    group: "The run",
    kind: "choice",
    choices: ["true", "changed", "false"],
    only: "action",
    default: "true",
    description: "Whether the weigh-in is written as a comment on the pull request: `true`, `changed` or `false`. The next run updates the same comment. With `changed`, no comment is created as long as nothing changed beyond noise. If the comment cannot be written, a notice says so. On a pull request from a fork, only the `comment/` action can write it."
  },
  {
    name: "report",
    group: "The run",
    kind: "text",
    placeholder: "PATH",
    default: "",
    description: "Path to write the weigh-in to, as JSON. Default: `bantam.json` in `$RUNNER_TEMP` in the action, and no file on the command line. An HTML page with the report is written beside it, with `.html` in place of `.json`."
  },
  {
    name: "plan",
    group: "The run",
    kind: "text",
    placeholder: "PATH",
    default: "",
    description: "Path of the plan that this run builds a piece of, as `plan/` or `bantam plan` wrote it. The run builds those of the plan's platforms that `platforms` names. It stores the images by their digests, moves no tag, and writes a `result` for the merge. All other inputs are as they were given to the plan."
  },
  {
    name: "result",
    group: "The run",
    kind: "text",
    placeholder: "PATH",
    default: "",
    description: "Path to write the result of a piece of a `plan` to, for `merge/` or `bantam merge`. Default: `bantam-result.json` in `$RUNNER_TEMP` in the action. Only together with `plan`."
  },
  {
    name: "runners",
    group: "The run",
    kind: "map",
    placeholder: "OS/ARCH=LABEL",
    only: "plan",
    default: "",
    description: "Runners of the matrix, as `platform=label` lines, such as `linux/arm64=my-runner`. Default: `ubuntu-24.04-arm` for linux/arm64, and `ubuntu-24.04` for the others."
  },
  {
    name: "plan-id",
    group: "The run",
    kind: "text",
    placeholder: "ID",
    only: "merge",
    default: "",
    description: "The id of the plan, as the output `plan-id` of `plan/` has it and as `bantam plan` shows it: `sha256:` and 64 hexadecimal digits. The merge refuses every other plan. Without it, a job that can replace the file of the plan decides about tags and budgets."
  },
  {
    name: "results",
    group: "The run",
    kind: "text",
    placeholder: "DIR",
    only: "merge",
    default: "",
    description: "Path of the directory with the results of all pieces of the plan, as actions/download-artifact writes it."
  },
  {
    name: "depth",
    group: "The run",
    kind: "choice",
    choices: ["package", "function"],
    only: "weigh",
    default: "package",
    description: "How deep binaries are broken down: `package` or `function`."
  },
  {
    name: "weigh-in",
    group: "The run",
    kind: "text",
    only: "comment",
    default: "",
    description: "Path of the weigh-in to comment on, or of a directory with one or several, as actions/download-artifact writes it. Several weigh-ins become one comment."
  }
];
var INPUTS = TABLE;
function rowOf(name) {
  const [row] = INPUTS.filter((input2) => input2.name === name);
  if (row === void 0) throw new Error(`${name} is not an input`);
  return row;
}
function isInputName(name) {
  return INPUTS.some((input2) => input2.name === name);
}
function inputsOf(surface) {
  return INPUTS.filter((input2) => input2.only === void 0 || input2.only === surface);
}
function isSwitch(input2) {
  return input2.kind === "boolean" || (input2.choices?.includes("true") ?? false);
}
function isRepeatable(input2) {
  return input2.kind === "list" || input2.kind === "map" || input2.kind === "words";
}

// src/declare/input-part.ts
function input(name, value = null) {
  return { kind: "input", name, value };
}
function inputOrWord(name) {
  return isInputName(name) ? input(name) : { kind: "value", text: name };
}

// src/declare/problem.ts
var LONGEST_SHOWN = 120;
function wrongValue(input2, value, because) {
  const shown = showValue(input2, value);
  return { input: input2, value: shown, clause: clause`${inputOrWord(input2)} "${shown}" ${onOneLine(because)}` };
}
function wrongPlace(input2, place, because) {
  return { input: input2, value: place, clause: clause`${inputOrWord(input2)}, ${place}, ${onOneLine(because)}` };
}
function wrongInput(input2, because) {
  return { input: input2, value: "", clause: clause`${inputOrWord(input2)} ${onOneLine(because)}` };
}
function problemsFailure(problems) {
  const [first, ...others] = problems;
  const locations = problems.flatMap(({ location }) => location ?? []);
  if (first !== void 0 && others.length === 0)
    return new Failure(
      "bad-input",
      { what: first.clause },
      { fields: { input: first.input, value: first.value }, inputs: problems, locations }
    );
  return new Failure(
    "bad-input",
    { what: clause`${problems.length} inputs are wrong` },
    { inputs: problems, locations }
  );
}
function showValue(input2, value) {
  if (INPUTS.find(({ name }) => name === input2)?.secret === true) return "***";
  const line = oneLine(value);
  return line.length <= LONGEST_SHOWN ? line : `${line.slice(0, LONGEST_SHOWN)}\u2026`;
}
function onOneLine(because) {
  const parts = typeof because === "string" ? valueClause(because) : because;
  return parts.map((part) => part.kind === "input" ? part : { ...part, text: oneLine(part.text) });
}
function oneLine(text) {
  return text.replace(/\/\/[^/@\s]*@/g, "//***@").replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}

// src/declare/first-of.ts
function firstOf(names, most) {
  const shown = names.slice(0, most);
  const more = names.length - shown.length;
  return `${shown.join(", ")}${more === 0 ? "" : ` and ${more} more`}`;
}

// src/declare/list.ts
function splitLines(text) {
  return numberedLines(text).map(({ line }) => line);
}
function numberedLines(text) {
  return text.split(/\r\n|\r|\n/).flatMap((raw, at) => {
    const line = raw.trim();
    return line === "" || line.startsWith("#") ? [] : [{ line, number: at + 1 }];
  });
}
function splitList(text) {
  return splitLines(text).flatMap(
    (line) => line.split(",").map((item) => item.trim()).filter((item) => item !== "")
  );
}
function unique(items) {
  return [...new Set(items)];
}
function parseAssignment(line) {
  const equals = line.indexOf("=");
  if (equals < 0) return problem('has no "="; write name=value');
  return checkAssignment({ name: line.slice(0, equals), value: line.slice(equals + 1) });
}
function checkAssignment({ name, value }) {
  if (name === "") return problem('has no name before "="; write name=value');
  if (/\s/.test(name)) return problem('has a space before "="; write name=value');
  if (`${name}${value}`.includes("\0")) return problem("contains a NUL character; remove it");
  return parsed({ name, value });
}

export {
  GROUPS,
  INPUTS,
  rowOf,
  isInputName,
  inputsOf,
  isSwitch,
  isRepeatable,
  input,
  inputOrWord,
  wrongValue,
  wrongPlace,
  wrongInput,
  problemsFailure,
  firstOf,
  splitLines,
  numberedLines,
  splitList,
  unique,
  parseAssignment,
  checkAssignment
};
