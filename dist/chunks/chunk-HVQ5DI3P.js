import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  METRIC_NAMES,
  PAGE,
  formatAmountExact,
  formatBytesExact,
  metricRow
} from "./chunk-G7ZI3KYM.js";
import {
  DEFAULT_PLATFORM,
  didYouMean,
  formatPlatform
} from "./chunk-HRDB3P5L.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";
import {
  CAPABILITIES_RECORD,
  UNPRIVILEGED_TEXT
} from "./chunk-XF4RVXQN.js";
import {
  Failure,
  clause,
  valueClause
} from "./chunk-HFKM3V7P.js";
import {
  errorCode,
  errorMessage
} from "./chunk-6IWOL65Y.js";

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
    description: "Whether the binary is packed with UPX: `auto`, `require` or `off`. Sometimes packing is not safe, or the proof that the packed binary starts cannot be run. `auto` then ships the linked binary and says so, and `require` fails."
  },
  {
    name: "upx-version",
    group: "Packing",
    kind: "text",
    placeholder: "VERSION",
    default: "",
    description: "Exact UPX version to use, such as `4.2.4`. Default: 4.2.4, from the tool cache, from PATH, or downloaded. If 4.2.4 cannot be found or downloaded, another known-good version on this machine packs. A notice then says so, because each version writes different bytes. A version that you name is never replaced by another. Not together with `pack: off`."
  },
  {
    name: "upx-args",
    group: "Packing",
    kind: "words",
    placeholder: "ARGS",
    default: "",
    description: "Arguments for UPX, split into words as a shell does. Default: `--best --lzma`. Not together with `pack: off`."
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
    description: "URL of a mirror to download UPX from, instead of the official site. It must be http or https. Not together with `pack: off`."
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
    default: "none",
    description: "What becomes of the list of modules that the image was built from, an SBOM in SPDX 2.3: `embedded`, `file`, `referrer`, several of them, or `none`. `embedded` puts it into the image, where scanners find it, as `/var/lib/db/sbom/image.spdx.json`; that counts for the budget. `file` writes `sbom.spdx.json` beside the `report`, one for each platform where there are several. `referrer` pushes it after the image, and the registry lists it for the image."
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
  if (first !== void 0 && others.length === 0)
    return new Failure(
      "bad-input",
      { what: first.clause },
      { fields: { input: first.input, value: first.value }, inputs: problems }
    );
  return new Failure("bad-input", { what: clause`${problems.length} inputs are wrong` }, { inputs: problems });
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
function oneLine(text2) {
  return text2.replace(/\/\/[^/@\s]*@/g, "//***@").replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}

// src/report/suggestion.ts
var HEADROOM = 1.08;
function suggestBudget(actual) {
  const wanted = Math.max(1, Math.ceil(actual * HEADROOM));
  const step = 10 ** Math.max(0, Math.floor(Math.log10(wanted)) - 1);
  return formatBytesExact(Math.ceil(wanted / step) * step).replace(" ", "");
}

// src/host/why-not-read.ts
var REASONS = {
  EACCES: "permission is denied",
  EISDIR: "it is a directory",
  ELOOP: "its links lead in a circle",
  ENOENT: "there is no such file",
  ENOTDIR: "a part of its path is no directory",
  EPERM: "that is not permitted",
  ERR_FS_FILE_TOO_LARGE: "it is larger than 2 GiB"
};
function whyNotRead(cause) {
  return REASONS[errorCode(cause)] ?? errorMessage(cause);
}

// src/declare/list.ts
function splitLines(text2) {
  return numberedLines(text2).map(({ line }) => line);
}
function numberedLines(text2) {
  return text2.split(/\r\n|\r|\n/).flatMap((raw, at) => {
    const line = raw.trim();
    return line === "" || line.startsWith("#") ? [] : [{ line, number: at + 1 }];
  });
}
function splitList(text2) {
  return splitLines(text2).flatMap(
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

// src/declare/yaml-scalar.ts
var ESCAPES = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "	",
  "	": "	",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1B",
  " ": " ",
  '"': '"',
  "/": "/",
  "\\": "\\",
  N: "\x85",
  _: "\xA0",
  L: "\u2028",
  P: "\u2029"
};
var CODES = { x: 2, u: 4, U: 8 };
var RESERVED = /^[,[\]{}#&*!|>%@`]|^[-?:](?=[\s,[\]{}]|$)/;
function readScalar(text2, start, context, colons) {
  const first = text2.charAt(start);
  if (first === '"') return readDoubleQuoted(text2, start);
  if (first === "'") return readSingleQuoted(text2, start);
  const isTemplate = text2.startsWith("{{", start);
  const reserved = isTemplate ? null : RESERVED.exec(text2.slice(start, start + 2));
  if (first === "[" || first === "{" || reserved?.[0] === "-") {
    if (!isTemplate)
      return problem(`has ${first === "{" ? "a map" : "a list"} within its list; write one list of words`);
  }
  if (reserved !== null)
    return problem(`has an item that begins with ${reserved[0]}, which means something in YAML; quote it`);
  return readPlain(text2, start, context, colons);
}
function readPlain(text2, start, context, colons) {
  let end = start;
  while (end < text2.length && !endsPlain(text2, end, context, colons)) {
    const close = text2.startsWith("{{", end) ? text2.indexOf("}}", end) : -1;
    if (close < 0 && context === "flow" && /[[{}]/.test(text2.charAt(end)))
      return problem(`has an item with ${text2.charAt(end)} in it, which means something in YAML; quote it`);
    end = close < 0 ? end + 1 : close + 2;
  }
  return parsed({ text: folded(text2.slice(start, end).trim()), end });
}
function endsPlain(text2, at, context, colons) {
  const character = text2.charAt(at);
  if (character === "#") return /\s/.test(text2.charAt(at - 1));
  if (character === ":" && colons === "end") return isColon(text2, at, context);
  return context === "flow" && (character === "," || character === "]");
}
function isColon(text2, at, context) {
  const next = text2.charAt(at + 1);
  return next === "" || /\s/.test(next) || context === "flow" && /[,[\]{}]/.test(next);
}
function readSingleQuoted(text2, start) {
  let end = start + 1;
  while (text2.charAt(end) !== "'" || text2.charAt(end + 1) === "'") {
    if (end >= text2.length) return problem("has a quote (') that is never closed; close it");
    end += text2.charAt(end) === "'" ? 2 : 1;
  }
  return parsed({ text: folded(text2.slice(start + 1, end)).replaceAll("''", "'"), end: end + 1 });
}
function readDoubleQuoted(text2, start) {
  let value = "";
  let plain = start + 1;
  let at = plain;
  while (text2.charAt(at) !== '"') {
    if (at >= text2.length) return problem('has a quote (") that is never closed; close it');
    if (text2.charAt(at) !== "\\") {
      at += 1;
      continue;
    }
    const escaped = readEscape(text2, at);
    if (!escaped.ok) return escaped;
    value += folded(text2.slice(plain, at)) + escaped.value.text;
    at = escaped.value.end;
    plain = at;
  }
  return parsed({ text: value + folded(text2.slice(plain, at)), end: at + 1 });
}
function readEscape(text2, at) {
  const name = text2.charAt(at + 1);
  const lineBreak = /^\\(?:\r\n|\r|\n)[ \t]*/.exec(text2.slice(at));
  if (lineBreak !== null) return parsed({ text: "", end: at + lineBreak[0].length });
  const digits = CODES[name];
  if (digits !== void 0) {
    const code = text2.slice(at + 2, at + 2 + digits);
    const point = /^[0-9a-fA-F]+$/.test(code) && code.length === digits ? Number.parseInt(code, 16) : Infinity;
    return point <= 1114111 ? parsed({ text: String.fromCodePoint(point), end: at + 2 + digits }) : problem(`has \\${name} without its ${digits} hexadecimal digits; write two backslashes for one`);
  }
  const value = Object.hasOwn(ESCAPES, name) ? ESCAPES[name] : void 0;
  return value === void 0 ? problem(`has \\${name}, which a string in double quotes cannot have; write two backslashes for one`) : parsed({ text: value, end: at + 2 });
}
function folded(text2) {
  return text2.replace(/[ \t]*(?:\r\n|\r|\n)((?:[ \t]*(?:\r\n|\r|\n))*)[ \t]*/g, (_, empty) => {
    const breaks = empty.match(/\r\n|\r|\n/g)?.length ?? 0;
    return breaks === 0 ? " " : "\n".repeat(breaks);
  });
}

// src/declare/written-list.ts
function readWrittenList(text2, style) {
  const start = skipBlank(text2, 0);
  if (text2.charAt(start) === "[") return readBrackets(text2, start, style);
  return /^-[ \t]+\S/.test(text2.slice(start)) ? readDashes(text2, style) : parsed(null);
}
function looksLikeList(text2) {
  return /^(?:[[{]|-\s)/.test(text2.slice(skipBlank(text2, 0)));
}
function readWrittenMap(text2) {
  let at = skipBlank(text2, 0);
  if (PAIR.test(text2.slice(at))) return readPairs(text2);
  if (text2.charAt(at) !== "{" || text2.startsWith("{{", at) || !/\}\s*$/.test(text2)) return parsed(null);
  const pairs = [];
  at = skipBlank(text2, at + 1);
  while (text2.charAt(at) !== "}") {
    const name = readScalar(text2, at, "flow", "end");
    if (!name.ok) return asMapProblem(name.problem);
    at = skipBlank(text2, name.value.end);
    if (text2.charAt(at) !== ":") return problem("is not a map of names and values; write name=value lines");
    const value = readScalar(text2, skipBlank(text2, at + 1), "flow", "end");
    if (!value.ok) return asMapProblem(value.problem);
    pairs.push({ name: name.value.text, value: value.value.text });
    at = skipBlank(text2, value.value.end);
    if (text2.charAt(at) === ",") at = skipBlank(text2, at + 1);
    else if (text2.charAt(at) !== "}")
      return problem("is not a map of names and values; write name=value lines");
  }
  return skipBlank(text2, at + 1) === text2.length ? parsed(pairs) : problem("has text behind its }; write name=value lines");
}
var PAIR = /^(?:"[^"=\r\n]*"|'[^'=\r\n]*'|[^\s"'#&*!|>%@`?,[\]{}-][^\s=]*?)[ \t]*:(?=[ \t\r\n]|$)/;
function readPairs(text2) {
  const pairs = [];
  const lines = numberedLines(text2);
  const indents = text2.split(/\r\n|\r|\n/).map((line) => line.length - line.trimStart().length);
  for (const { line, number: number3 } of lines) {
    const mark = PAIR.exec(line)?.[0];
    if (mark === void 0 || indents[number3 - 1] !== indents[(lines[0]?.number ?? 1) - 1])
      return problem(`has "name: value" lines and, in line ${number3}, another; write all of them alike`);
    const name = readScalar(mark.slice(0, -1), 0, "block", "text");
    if (!name.ok) return asMapProblem(name.problem);
    const start = skipBlank(line, mark.length);
    if (start === line.length)
      return problem(`has a name without a value in line ${number3}; write "" for an empty one`);
    const value = readScalar(line, start, "block", "end");
    if (!value.ok) return asMapProblem(value.problem);
    if (skipBlank(line, value.value.end) < line.length)
      return problem(`has text behind the value of line ${number3}; quote all of it`);
    pairs.push({ name: name.value.text, value: value.value.text });
  }
  return parsed(pairs);
}
function asMapProblem(because) {
  return problem(
    because.includes(" within its list") ? "has more than text for a value; write name=value lines" : because
  );
}
function readBrackets(text2, start, style) {
  const isMeant = /^\[\s*["']/.test(text2.slice(start)) || /\]\s*$/.test(text2);
  const items = [];
  let at = skipBlank(text2, start + 1);
  while (text2.charAt(at) !== "]") {
    if (at >= text2.length) return isMeant ? problem("has a [ that is never closed; close it") : parsed(null);
    if (text2.charAt(at) === ",") return problem('has an empty item in its list; write "" for an empty word');
    const item = readItem(text2, at, "flow", style);
    if (!item.ok) return isMeant ? item : parsed(null);
    items.push(item.value.text);
    at = skipBlank(text2, item.value.end);
    if (text2.charAt(at) === ",") at = skipBlank(text2, at + 1);
    else if (text2.charAt(at) !== "]" && at < text2.length)
      return isMeant ? problem("has two items without a comma between them; write one") : parsed(null);
  }
  if (skipBlank(text2, at + 1) === text2.length) return parsed(items);
  return isMeant ? problem("has text behind the ] of its list; write one list, or quote text that is not a list") : parsed(null);
}
function readDashes(text2, style) {
  const blocks = [];
  let indent = null;
  for (const line of text2.split(/\r\n|\r|\n/)) {
    const content = line.trim();
    const depth = line.length - line.trimStart().length;
    const open = blocks.length - 1;
    if (content === "" || content.startsWith("#")) {
      if (content === "" && open >= 0) blocks[open] += "\n";
    } else if (depth === (indent ??= depth)) {
      if (content !== "-" && !/^-\s/.test(content))
        return problem('mixes "- item" lines with others; begin each line with "- "');
      blocks.push(content.slice(1).trim());
    } else if (depth > indent && !/^-(?:\s|$)/.test(content)) {
      blocks[open] += `
${content}`;
    } else {
      return problem("has a list within its list, or lines that are not below one another; write one list");
    }
  }
  const items = [];
  for (const block of blocks.map((block2) => block2.trimEnd())) {
    if (block === "" || block.startsWith("#"))
      return problem('has an empty item in its list; write "" for an empty word');
    const item = readItem(block, 0, "block", style);
    if (!item.ok) return item;
    if (skipBlank(block, item.value.end) < block.length)
      return problem("has text behind the quotes of an item; quote all of it");
    items.push(item.value.text);
  }
  return parsed(items);
}
function readItem(text2, at, context, { colons }) {
  const item = readScalar(text2, at, context, colons === "text" ? "text" : "end");
  if (!item.ok) return item;
  const isPair = text2.charAt(skipBlank(text2, item.value.end)) === ":";
  return isPair ? problem('has "name: value" in its list, which is a map in YAML; quote the item') : item;
}
function skipBlank(text2, from) {
  let at = from;
  while (at < text2.length) {
    const isComment = text2.charAt(at) === "#" && (at === 0 || /\s/.test(text2.charAt(at - 1)));
    if (isComment) at = endOfLine(text2, at);
    else if (/\s/.test(text2.charAt(at))) at += 1;
    else return at;
  }
  return at;
}
function endOfLine(text2, from) {
  const end = text2.slice(from).search(/[\r\n]/);
  return end < 0 ? text2.length : from + end;
}

// src/declare/declare-comment.ts
import path from "node:path";

// src/declare/broken-values.ts
function withoutBroken({ values }) {
  const broken = INPUTS.flatMap(({ name, kind }) => {
    const value = values[name] ?? "";
    const single = kind === "text" || kind === "choice" || kind === "boolean";
    if (value.includes("\0")) return [wrongInput(name, "contains a NUL character; remove it")];
    return single && /[\r\n]/.test(value) ? [wrongInput(name, "has several lines; write one")] : [];
  });
  const kept = Object.entries(values).filter(([name]) => !broken.some(({ input: input2 }) => input2 === name));
  return { values: Object.fromEntries(kept), broken };
}
function uniqueProblems(problems) {
  return [...new Map(problems.map((problem2) => [JSON.stringify(problem2.clause), problem2])).values()];
}

// src/declare/shell-words.ts
function parseShellWords(text2) {
  const words = [];
  let word = null;
  const source = splitLines(text2).join("\n");
  if (source.includes("\0")) return problem("contains a NUL character; remove it");
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    if (/\s/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
    } else if (character === "'" || character === '"') {
      const quoted = readQuoted(source, at);
      if (quoted === null) return problem(`has a quote (${character}) that is never closed; close it`);
      word = (word ?? "") + quoted.text;
      at = quoted.end;
    } else if (character === "\\") {
      at += 1;
      const escaped = source.charAt(at);
      if (escaped === "") return problem("ends in a backslash; write two for a backslash itself");
      if (escaped !== "\n") word = (word ?? "") + escaped;
    } else {
      word = (word ?? "") + character;
    }
  }
  if (word !== null) words.push(word);
  return parsed(words);
}
function readQuoted(source, start) {
  const quote = source.charAt(start);
  let text2 = "";
  for (let at = start + 1; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === quote) return { text: text2, end: at };
    if (quote === '"' && character === "\\" && /["\\$`\n]/.test(source.charAt(at + 1))) {
      at += 1;
      text2 += source.charAt(at) === "\n" ? "" : source.charAt(at);
    } else {
      text2 += character;
    }
  }
  return null;
}
function formatShellWords(words) {
  return words.map((word) => /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
}

// src/declare/reader.ts
var AS_IT_STANDS = { repeats: "refused", fill: parsed };
var LIST_STYLE = { colons: "refused" };
var BUDGET_STYLE = { colons: "text" };
var PUBLIC = ["labels", "annotations"];
var SHELL_WORDS = { split: parseShellWords, item: (item) => parsed([item]) };
function readerOf(given) {
  const { surface } = given;
  const { values, broken } = withoutBroken(given);
  const problems = [...broken];
  const partsOf = (name) => {
    const value = values[name];
    return value === void 0 ? [] : given.repeated?.[name] ?? [value];
  };
  const writtenOr = (name, part, read) => {
    const written = readWrittenList(part, name === "budget" ? BUDGET_STYLE : LIST_STYLE);
    if (written.ok) return written.value ?? read(part);
    reader.wrong(name, part, written.problem);
    return [];
  };
  const assignmentsOf = (name) => partsOf(name).flatMap((part) => {
    const pairs = readWrittenMap(part);
    if (pairs.ok && pairs.value !== null)
      return pairs.value.map((pair, at) => ({
        written: null,
        place: `item ${at + 1}`,
        assignment: checkAssignment(pair)
      }));
    const items = pairs.ok ? readWrittenList(part, LIST_STYLE) : pairs;
    if (!items.ok) reader.contradiction(name, items.problem);
    if (!items.ok) return [];
    const shownOf = (line) => PUBLIC.includes(name) ? line : null;
    if (items.value !== null)
      return items.value.map((item, at) => ({
        written: shownOf(item),
        place: `item ${at + 1}`,
        assignment: parseAssignment(item)
      }));
    const lines = numberedLines(part);
    return lines.map(({ line, number: number3 }, at) => ({
      written: shownOf(line),
      // On a terminal, each line usually comes from a flag of its own.
      place: lines.length === 1 ? null : surface === "terminal" ? `value ${at + 1}` : `line ${number3}`,
      assignment: parseAssignment(line)
    }));
  });
  const reader = {
    surface,
    text: (name) => values[name] ?? null,
    asked: (name) => values[name] !== void 0 && values[name] !== defaultOf(name),
    value(name, parse2, fallback2) {
      const text2 = values[name];
      if (text2 === void 0) return fallback2;
      const result = parse2(text2);
      if (result.ok) return result.value;
      reader.wrong(name, text2, result.problem);
      return fallback2;
    },
    each(name, items, parse2) {
      return items.flatMap((item) => {
        const result = parse2(item);
        if (result.ok) return [result.value];
        reader.wrong(name, String(item), result.problem);
        return [];
      });
    },
    items: (name) => partsOf(name).flatMap((part) => writtenOr(name, part, splitList)),
    lines: (name) => partsOf(name).flatMap((part) => writtenOr(name, part, splitLines)),
    listed(name) {
      if (values[name] === void 0) return null;
      const parts = partsOf(name).map((part) => writtenOr(name, part, (text2) => [text2]).join("\n"));
      return parts.join("\n");
    },
    map(name, refine = parsed, { repeats, fill } = AS_IT_STANDS) {
      const entries = /* @__PURE__ */ new Map();
      for (const { written, place, assignment } of assignmentsOf(name)) {
        const refined = assignment.ok ? refine(assignment.value) : assignment;
        const wrong = (because) => {
          const shown = assignment.ok ? assignment.value.name : written;
          if (shown !== null) reader.wrong(name, shown, because);
          else if (place !== null) problems.push(wrongPlace(name, place, because));
          else reader.contradiction(name, because);
        };
        if (!refined.ok) wrong(refined.problem);
        else if (refined.value === null) continue;
        else if (repeats === "refused" && entries.has(refined.value.name))
          wrong("is given twice; write it once");
        else entries.set(refined.value.name, { value: refined.value.value, wrong });
      }
      return Object.fromEntries(
        [...entries].flatMap(([key, { value, wrong }]) => {
          const filled = fill(value);
          if (!filled.ok) wrong(filled.problem);
          return filled.ok ? [[key, filled.value]] : [];
        })
      );
    },
    words: (name, { split, item } = SHELL_WORDS) => partsOf(name).flatMap((part) => {
      const written = readWrittenList(part, LIST_STYLE);
      const texts = written.ok ? written.value : null;
      const read = texts === null ? [written.ok ? split(part) : written] : texts.map(item);
      return read.flatMap((words) => {
        if (!words.ok) reader.wrong(name, part, words.problem);
        return (words.ok ? words.value : null) ?? [];
      });
    }),
    choice(name, choices) {
      const fallback2 = choices.find((choice) => choice === defaultOf(name)) ?? choices[0];
      if (fallback2 === void 0) throw new Error(`${name} has no choices`);
      return reader.value(name, (text2) => parseChoice(text2, choices), fallback2);
    },
    boolean: (name) => reader.value(name, parseBoolean, defaultOf(name) === "true"),
    wrong: (name, value, because) => void problems.push(wrongValue(name, value, because)),
    contradiction: (name, because) => void problems.push(wrongInput(name, because)),
    problems: () => [
      ...given.problems,
      ...uniqueProblems(problems).toSorted((a, b) => placeOf(a.input) - placeOf(b.input))
    ]
  };
  return reader;
}
function defaultOf(name) {
  return INPUTS.find((input2) => input2.name === name)?.default;
}
function placeOf(name) {
  const place = INPUTS.findIndex((input2) => input2.name === name);
  return place < 0 ? INPUTS.length : place;
}
function parseChoice(text2, choices) {
  const choice = choices.find((known) => known === text2);
  if (choice !== void 0) return parsed(choice);
  const list = `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
  return problem(`is unknown${didYouMean(text2, choices) || `; write ${list}`}`);
}
function parseBoolean(text2) {
  if (/^(?:true|True|TRUE)$/.test(text2)) return parsed(true);
  if (/^(?:false|False|FALSE)$/.test(text2)) return parsed(false);
  return problem("is neither true nor false; write one of them");
}

// src/declare/declare-comment.ts
function declareComment(reader, { env, pullRequest }) {
  const wish = reader.choice("comment", ["true", "changed", "false"]);
  if (wish === "false" || pullRequest === null) return null;
  return { ...commentSpec(reader, env, wish), pullRequest };
}
function declareForeignComment(given, { env, cwd }) {
  const reader = readerOf(given);
  const place = reader.text("weigh-in");
  if (place === null)
    reader.contradiction("weigh-in", "is missing; write the path that actions/download-artifact wrote to");
  const wish = reader.choice("comment", ["true", "changed"]);
  const spec = { weighIn: path.resolve(cwd, place ?? ""), comment: commentSpec(reader, env, wish) };
  const problems = reader.problems();
  return problems.length === 0 ? { ok: true, value: spec } : { ok: false, problems };
}
function commentSpec(reader, env, wish) {
  return {
    token: reader.text("github-token") ?? "",
    repository: env["GITHUB_REPOSITORY"] ?? "",
    apiUrl: env["GITHUB_API_URL"] || "https://api.github.com",
    silentWhenUnchanged: wish === "changed"
  };
}

// src/host/tar-error.ts
var TarError = class extends Error {
};

// src/host/byte-source.ts
function byteSource(archive, maxBytes) {
  const chunks = archive[Symbol.asyncIterator]();
  let chunk = new Uint8Array(0);
  let total = 0;
  const fill = async () => {
    while (chunk.length === 0) {
      const next = await chunks.next();
      if (next.done === true) return false;
      chunk = next.value;
      total += chunk.length;
      if (total > maxBytes) throw new TarError(`it unpacks to more than ${maxBytes} bytes`);
    }
    return true;
  };
  const upTo = async (length) => {
    if (!await fill()) throw new TarError("it breaks off in the middle");
    const taken = chunk.subarray(0, length);
    chunk = chunk.subarray(taken.length);
    return taken;
  };
  return {
    position: () => total - chunk.length,
    upTo,
    exactly: async (length) => {
      if (length === 0) return new Uint8Array(0);
      const first = await upTo(length);
      if (first.length === length) return first;
      const whole = new Uint8Array(length);
      whole.set(first);
      for (let filled = first.length; filled < length; ) {
        const more = await upTo(length - filled);
        whole.set(more, filled);
        filled += more.length;
      }
      return whole;
    },
    drain: async () => {
      while (await fill()) chunk = new Uint8Array(0);
    },
    close: async () => void await chunks.return?.()
  };
}

// src/host/pax-records.ts
var ATTRIBUTE = "SCHILY.xattr.";
function paxRecords(content) {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const records = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const digits = bytes.toString("latin1", at, space < 0 ? at : Math.min(space, at + 20));
    const length = /^[1-9]\d*$/.test(digits) ? Number(digits) : 0;
    const isAttribute = bytes.toString("latin1", space + 1, space + 1 + ATTRIBUTE.length) === ATTRIBUTE;
    const record2 = bytes.toString(isAttribute ? "latin1" : "utf8", space + 1, at + length);
    const equals = record2.indexOf("=");
    if (at + length > bytes.length || length <= digits.length + 1 || equals < 1 || !record2.endsWith("\n"))
      throw new TarError("it has a malformed pax record");
    records.push([record2.slice(0, equals), record2.slice(equals + 1, -1)]);
    at += length;
  }
  return records;
}

// src/host/tar-sparse.ts
var LARGEST = 2 ** 43;
var MOST_NUMBERS = 2e6;
function sparseFile(name, size, numbers, stored) {
  if (!Number.isSafeInteger(size) || size < 0 || size > LARGEST)
    throw new TarError(`it has a sparse file of more than ${LARGEST} bytes`);
  if (numbers.length % 2 !== 0 || numbers.length > MOST_NUMBERS) throw malformed();
  const fragments = [];
  let [end, total] = [0, 0];
  for (let index = 0; index < numbers.length; index += 2) {
    const offset = numbers[index] ?? NaN;
    const length = numbers[index + 1] ?? NaN;
    if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length)) throw malformed();
    if (offset < end || length < 0 || offset + length > size) throw malformed();
    end = offset + length;
    total += length;
    if (length > 0) fragments.push({ offset, length });
  }
  if (total !== stored) throw malformed();
  return { name, size, fragments };
}
function malformed() {
  return new TarError("it has a malformed map of a sparse file");
}
var HOLE = new Uint8Array(64 * 1024);
async function* withHoles({ size, fragments }, take) {
  let at = 0;
  for (const { offset, length } of fragments) {
    yield* hole(offset - at);
    for (let left = length; left > 0; ) {
      const chunk = await take(left);
      left -= chunk.length;
      yield chunk;
    }
    at = offset + length;
  }
  yield* hole(size - at);
}
function* hole(length) {
  for (let left = length; left > 0; left -= HOLE.length) yield HOLE.subarray(0, Math.min(left, HOLE.length));
}

// src/host/tar-sparse-maps.ts
function sparseRecords(records) {
  const last = new Map(records);
  const name = last.get("GNU.sparse.name") ?? null;
  if (last.get("GNU.sparse.major") === "1" && last.get("GNU.sparse.minor") === "0")
    return { map: null, name, size: decimal(last.get("GNU.sparse.realsize") ?? "") };
  const size = last.get("GNU.sparse.size");
  if (size === void 0) return null;
  const list = last.get("GNU.sparse.map");
  const map = list === void 0 ? pairsOf(records) : list === "" ? [] : list.split(",").map(decimal);
  const count = last.get("GNU.sparse.numblocks");
  if (count !== void 0 && decimal(count) * 2 !== map.length) throw malformed();
  return { map, name, size: decimal(size) };
}
function pairsOf(records) {
  const numbers = [];
  for (const [key, value] of records) {
    const wanted = numbers.length % 2 === 0 ? "GNU.sparse.offset" : "GNU.sparse.numbytes";
    if (key === wanted) numbers.push(decimal(value));
    else if (key === "GNU.sparse.offset" || key === "GNU.sparse.numbytes") throw malformed();
  }
  return numbers;
}
var DIGITS = /^\d{1,15}$/;
function decimal(digits) {
  if (!DIGITS.test(digits)) throw malformed();
  return Number(digits);
}
var BLOCK = 512;
var MAX_MAP = 1024 * 1024;
async function readMap(next) {
  const numbers = [];
  let [rest, bytes, wanted] = ["", 0, 1];
  while (numbers.length < wanted) {
    const block = await next();
    if (block === null || bytes >= MAX_MAP) throw malformed();
    bytes += block.length;
    const lines = (rest + Buffer.from(block).toString("latin1")).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (numbers.length >= wanted) break;
      numbers.push(decimal(line));
      if (numbers.length === 1) wanted = 1 + 2 * Math.min(numbers[0] ?? 0, MOST_NUMBERS / 2 + 1);
    }
    if (rest.length > BLOCK) throw malformed();
  }
  return { numbers: numbers.slice(1), bytes };
}
var OLD_GNU = "S";
var PAIR2 = 24;
async function readOldMap(header, next, number3) {
  const numbers = [];
  let [block, start, pairs, moreAt] = [header, 386, 4, 482];
  for (; ; ) {
    for (let index = 0; index < pairs; index++) {
      const at = start + index * PAIR2;
      if ((block[at] ?? 0) === 0) break;
      numbers.push(number3(block, at, PAIR2 / 2), number3(block, at + PAIR2 / 2, PAIR2 / 2));
    }
    if ((block[moreAt] ?? 0) === 0) break;
    if (numbers.length > MOST_NUMBERS) throw malformed();
    [block, start, pairs, moreAt] = [await next(), 0, 21, 504];
  }
  return { numbers, size: number3(header, 483, 12) };
}

// src/host/tar-entries.ts
var BLOCK2 = 512;
var MAX_HEADER = 1024 * 1024;
async function* tarEntries(archive, { maxEntries, maxBytes }) {
  const source = byteSource(archive, maxBytes);
  try {
    yield* entriesOf(source, maxEntries, maxBytes);
  } finally {
    await source.close();
  }
}
async function* entriesOf(source, maxEntries, maxBytes) {
  let longName = null;
  let longTarget = null;
  let records = [];
  let sparseBytes = 0;
  for (let entries = 0; ; ) {
    const header = await source.exactly(BLOCK2);
    if (isZero(header)) return source.drain();
    if (!checksumHolds(header)) throw new TarError("it is not a tar archive, or damaged");
    const flag = String.fromCharCode(header[156] ?? 0);
    const written = number(header, 124, 12);
    if (flag === "L" || flag === "K" || flag === "x" || flag === "g") {
      const content = await headerContent(source, written);
      if (flag === "L") longName = untilNul(content.toString());
      if (flag === "K") longTarget = untilNul(content.toString());
      if (flag === "x") records = paxRecords(content);
      continue;
    }
    entries += 1;
    if (entries > maxEntries) throw new TarError(`it holds more than ${maxEntries} entries`);
    const last = new Map(records);
    const stored = contentSize(flag, last.get("size"), written);
    const unread = { bytes: stored };
    const take = async (length) => {
      const chunk = await source.upTo(Math.min(length, unread.bytes));
      unread.bytes -= chunk.length;
      return chunk;
    };
    const sparse = await sparseOf(header, { flag, records, stored }, source, (taken) => unread.bytes -= taken);
    sparseBytes += sparse?.size ?? 0;
    if (sparseBytes > Math.min(maxBytes, MOST_SPARSE))
      throw new TarError(`it has sparse files of more than ${Math.min(maxBytes, MOST_SPARSE)} bytes`);
    yield {
      name: sparse?.name ?? last.get("path") ?? longName ?? shortName(header),
      type: typeOf(flag, longName ?? shortName(header)),
      mode: number(header, 100, 8) & 4095,
      uid: idOf(last.get("uid"), header, 108),
      gid: idOf(last.get("gid"), header, 116),
      size: sparse?.size ?? stored,
      offset: sparse === null ? source.position() : null,
      linkTarget: last.get("linkpath") ?? longTarget ?? text(header, 157, 100),
      capabilities: attributeOf(last.get(CAPABILITIES_RECORD)),
      content: async function* () {
        if (sparse !== null) yield* withHoles(sparse, take);
        else while (unread.bytes > 0) yield await take(unread.bytes);
      }
    };
    while (unread.bytes > 0) await take(unread.bytes);
    await source.exactly(padding(stored));
    longName = null;
    longTarget = null;
    records = [];
  }
}
function attributeOf(value) {
  return value === void 0 ? null : Buffer.from(value, "latin1");
}
var MOST_SPARSE = 2 ** 43;
async function sparseOf(header, { flag, records, stored }, source, took) {
  if (flag === OLD_GNU) {
    const { numbers: numbers2, size: size2 } = await readOldMap(header, () => source.exactly(BLOCK2), number);
    return sparseFile(null, size2, numbers2, stored);
  }
  const said = typeOf(flag, "") === "file" ? sparseRecords(records) : null;
  if (said === null) return null;
  const { name, size } = said;
  if (said.map !== null) return sparseFile(name, size, said.map, stored);
  let left = stored;
  const { numbers, bytes } = await readMap(async () => {
    if (left < BLOCK2) return null;
    left -= BLOCK2;
    return source.exactly(BLOCK2);
  });
  took(bytes);
  return sparseFile(name, size, numbers, stored - bytes);
}
async function headerContent(source, size) {
  if (size > MAX_HEADER) throw new TarError("it has a name of more than 1 MiB");
  const bytes = await source.exactly(size);
  const content = Buffer.from(bytes);
  await source.exactly(padding(size));
  return content;
}
function contentSize(flag, paxSize, written) {
  if (typeOf(flag, "") !== "file") return 0;
  if (paxSize === void 0) return written;
  if (!/^\d{1,15}$/.test(paxSize)) throw new TarError("it has a malformed size");
  return Number(paxSize);
}
function idOf(record2, header, offset) {
  if (record2 !== void 0) return /^\d{1,10}$/.test(record2) ? Number(record2) : 0;
  const digits = text(header, offset, 8).trim();
  if (/^[0-7]+$/.test(digits)) return Number.parseInt(digits, 8);
  const field = header.subarray(offset, offset + 8);
  return field[0] === 128 ? Buffer.from(field).readUInt32BE(4) : 0;
}
function typeOf(flag, name) {
  switch (flag) {
    case "0":
    case "7":
    case OLD_GNU:
      return "file";
    case "\0":
      return name.endsWith("/") ? "directory" : "file";
    case "1":
      return "hard link";
    case "2":
      return "symlink";
    case "5":
      return "directory";
    default:
      return "other";
  }
}
function shortName(header) {
  const name = text(header, 0, 100);
  const ustar = text(header, 257, 6) === "ustar";
  const prefix = ustar ? text(header, 345, 155) : "";
  return prefix === "" ? name : `${prefix}/${name}`;
}
function text(header, offset, length) {
  return untilNul(Buffer.from(header.subarray(offset, offset + length)).toString("utf8"));
}
function untilNul(value) {
  const end = value.indexOf("\0");
  return end < 0 ? value : value.slice(0, end);
}
function number(header, offset, length) {
  const field = header.subarray(offset, offset + length);
  let value = 0;
  if (((field[0] ?? 0) & 128) !== 0) {
    if (field[0] !== 128) throw new TarError("it has a malformed number");
    for (const byte of field.subarray(1)) value = value * 256 + byte;
  } else {
    const digits = text(header, offset, length).trim();
    if (!/^[0-7]*$/.test(digits)) throw new TarError("it has a malformed number");
    value = Number.parseInt(digits || "0", 8);
  }
  if (!Number.isSafeInteger(value)) throw new TarError("it has a malformed number");
  return value;
}
function checksumHolds(header) {
  let sum = 0;
  for (let index = 0; index < BLOCK2; index += 1)
    sum += index >= 148 && index < 156 ? 32 : header[index] ?? 0;
  const digits = text(header, 148, 8).trim();
  return /^[0-7]+$/.test(digits) && Number.parseInt(digits, 8) === sum;
}
function isZero(block) {
  return block.every((byte) => byte === 0);
}
function padding(size) {
  return (BLOCK2 - size % BLOCK2) % BLOCK2;
}

// src/image/read-json.ts
var MAX_DOCUMENT = 4 * 1024 * 1024;
var MAX_DEPTH = 64;
function readJson(bytes, maxBytes = MAX_DOCUMENT) {
  if (bytes.length > maxBytes) return problem(`is larger than ${maxBytes} bytes`);
  const text2 = decoded(bytes);
  if (text2 === null) return problem("is not UTF-8");
  if (isDeep(text2)) return problem(`is nested more than ${MAX_DEPTH} deep`);
  try {
    return parsed(JSON.parse(text2));
  } catch {
    return problem("is not JSON");
  }
}
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
function isDeep(text2) {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text2.length; at += 1) {
    const character = text2[at];
    if (quoted) {
      if (character === "\\") at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{" || character === "[") {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (character === "}" || character === "]") depth -= 1;
  }
  return false;
}

// node_modules/valibot/dist/index.mjs
var store$4;
var DEFAULT_CONFIG = {
  lang: void 0,
  message: void 0,
  abortEarly: void 0,
  abortPipeEarly: void 0
};
// @__NO_SIDE_EFFECTS__
function getGlobalConfig(config$1) {
  if (!config$1 && !store$4) return DEFAULT_CONFIG;
  return {
    lang: config$1?.lang ?? store$4?.lang,
    message: config$1?.message,
    abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
    abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
  };
}
var store$3;
// @__NO_SIDE_EFFECTS__
function getGlobalMessage(lang) {
  return store$3?.get(lang);
}
var store$2;
// @__NO_SIDE_EFFECTS__
function getSchemaMessage(lang) {
  return store$2?.get(lang);
}
var store$1;
// @__NO_SIDE_EFFECTS__
function getSpecificMessage(reference, lang) {
  return store$1?.get(reference)?.get(lang);
}
// @__NO_SIDE_EFFECTS__
function _stringify(input2) {
  const type = typeof input2;
  if (type === "string") return `"${input2}"`;
  if (type === "number" || type === "bigint" || type === "boolean") return `${input2}`;
  if (type === "object" || type === "function") return (input2 && Object.getPrototypeOf(input2)?.constructor?.name) ?? "null";
  return type;
}
function _addIssue(context, label, dataset, config$1, other) {
  const input2 = other && "input" in other ? other.input : dataset.value;
  const expected = other?.expected ?? context.expects ?? null;
  const received = other?.received ?? /* @__PURE__ */ _stringify(input2);
  const issue = {
    kind: context.kind,
    type: context.type,
    input: input2,
    expected,
    received,
    message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
    requirement: context.requirement,
    path: other?.path,
    issues: other?.issues,
    lang: config$1.lang,
    abortEarly: config$1.abortEarly,
    abortPipeEarly: config$1.abortPipeEarly
  };
  const isSchema = context.kind === "schema";
  const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
  if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
  if (isSchema) dataset.typed = false;
  if (dataset.issues) dataset.issues.push(issue);
  else dataset.issues = [issue];
}
// @__NO_SIDE_EFFECTS__
function _isSameValueZero(value1, value2) {
  return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}
// @__NO_SIDE_EFFECTS__
function _isValidObjectKey(object$1, key) {
  return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}
// @__NO_SIDE_EFFECTS__
function _joinExpects(values$1, separator) {
  const list = [...new Set(values$1)];
  if (list.length > 1) return `(${list.join(` ${separator} `)})`;
  return list[0] ?? "never";
}
function _standardSchema(schema) {
  schema["~standard"] = {
    version: 1,
    vendor: "valibot",
    validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
  };
  return schema;
}
// @__NO_SIDE_EFFECTS__
function getDotPath(issue) {
  if (issue.path) {
    let key = "";
    for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
    else key += item.key;
    else return null;
    return key;
  }
  return null;
}
var ValiError = class extends Error {
  /**
  * Creates a Valibot error with useful information.
  *
  * @param issues The error issues.
  */
  constructor(issues) {
    super(issues[0].message);
    this.name = "ValiError";
    this.issues = issues;
  }
};
var EMOJI_REGEX = new RegExp("^(?:[\\u{1F1E6}-\\u{1F1FF}]{2}|\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}|(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation})(?:\\u200D(?:\\p{Emoji}\\uFE0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation}))*)+$", "u");
// @__NO_SIDE_EFFECTS__
function check(requirement, message$1) {
  return {
    kind: "validation",
    type: "check",
    reference: check,
    async: false,
    expects: null,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function description(description_) {
  return {
    kind: "metadata",
    type: "description",
    reference: description,
    description: description_
  };
}
// @__NO_SIDE_EFFECTS__
function finite(message$1) {
  return {
    kind: "validation",
    type: "finite",
    reference: finite,
    async: false,
    expects: null,
    requirement: Number.isFinite,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "finite", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function guard(requirement, message$1) {
  return {
    kind: "transformation",
    type: "guard",
    reference: guard,
    async: false,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) {
        _addIssue(this, "input", dataset, config$1);
        dataset.typed = false;
      }
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function integer(message$1) {
  return {
    kind: "validation",
    type: "integer",
    reference: integer,
    async: false,
    expects: null,
    requirement: Number.isInteger,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function maxLength(requirement, message$1) {
  return {
    kind: "validation",
    type: "max_length",
    reference: maxLength,
    async: false,
    expects: `<=${requirement}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function maxValue(requirement, message$1) {
  return {
    kind: "validation",
    type: "max_value",
    reference: maxValue,
    async: false,
    expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function minLength(requirement, message$1) {
  return {
    kind: "validation",
    type: "min_length",
    reference: minLength,
    async: false,
    expects: `>=${requirement}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function minValue(requirement, message$1) {
  return {
    kind: "validation",
    type: "min_value",
    reference: minValue,
    async: false,
    expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function regex(requirement, message$1) {
  return {
    kind: "validation",
    type: "regex",
    reference: regex,
    async: false,
    expects: `${requirement}`,
    requirement,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function safeInteger(message$1) {
  return {
    kind: "validation",
    type: "safe_integer",
    reference: safeInteger,
    async: false,
    expects: null,
    requirement: Number.isSafeInteger,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "safe integer", dataset, config$1);
      return dataset;
    }
  };
}
// @__NO_SIDE_EFFECTS__
function title(title_) {
  return {
    kind: "metadata",
    type: "title",
    reference: title,
    title: title_
  };
}
var ABORT_EARLY_CONFIG = { abortEarly: true };
// @__NO_SIDE_EFFECTS__
function getFallback(schema, dataset, config$1) {
  return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}
// @__NO_SIDE_EFFECTS__
function fallback(schema, fallback$1) {
  return _standardSchema({
    ...schema,
    fallback: fallback$1,
    "~run"(dataset, config$1) {
      const outputDataset = schema["~run"](dataset, config$1);
      return outputDataset.issues ? {
        typed: true,
        value: /* @__PURE__ */ getFallback(this, outputDataset, config$1)
      } : outputDataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function getDefault(schema, dataset, config$1) {
  return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}
// @__NO_SIDE_EFFECTS__
function is(schema, input2) {
  return !schema["~run"]({ value: input2 }, ABORT_EARLY_CONFIG).issues;
}
// @__NO_SIDE_EFFECTS__
function array(item, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "array",
    reference: array,
    expects: "Array",
    async: false,
    item,
    message: message$1,
    "~run"(dataset, config$1) {
      const input2 = dataset.value;
      if (Array.isArray(input2)) {
        dataset.typed = true;
        dataset.value = [];
        for (let key = 0; key < input2.length; key++) {
          const value$1 = input2[key];
          const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
          if (itemDataset.issues) {
            const pathItem = {
              type: "array",
              origin: "value",
              input: input2,
              key,
              value: value$1
            };
            for (const issue of itemDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = itemDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!itemDataset.typed) dataset.typed = false;
          dataset.value.push(itemDataset.value);
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function boolean(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "boolean",
    reference: boolean,
    expects: "boolean",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "boolean") dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function custom(check$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "custom",
    reference: custom,
    expects: "unknown",
    async: false,
    check: check$1,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.check(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function exactOptional(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "exact_optional",
    reference: exactOptional,
    expects: wrapped.expects,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function lazy(getter) {
  return _standardSchema({
    kind: "schema",
    type: "lazy",
    reference: lazy,
    expects: "unknown",
    async: false,
    getter,
    "~run"(dataset, config$1) {
      return this.getter(dataset.value)["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function literal(literal_, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "literal",
    reference: literal,
    expects: /* @__PURE__ */ _stringify(literal_),
    async: false,
    literal: literal_,
    message: message$1,
    "~run"(dataset, config$1) {
      if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function looseObject(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "loose_object",
    reference: looseObject,
    expects: "Object",
    async: false,
    entries: entries$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input2 = dataset.value;
      if (input2 && typeof input2 === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const key in this.entries) {
          const valueSchema = this.entries[key];
          if (key in input2 || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
            const value$1 = key in input2 ? input2[key] : /* @__PURE__ */ getDefault(valueSchema);
            const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
            if (valueDataset.issues) {
              const pathItem = {
                type: "object",
                origin: "value",
                input: input2,
                key,
                value: value$1
              };
              for (const issue of valueDataset.issues) {
                if (issue.path) issue.path.unshift(pathItem);
                else issue.path = [pathItem];
                dataset.issues?.push(issue);
              }
              if (!dataset.issues) dataset.issues = valueDataset.issues;
              if (config$1.abortEarly) {
                dataset.typed = false;
                break;
              }
            }
            if (!valueDataset.typed) dataset.typed = false;
            dataset.value[key] = valueDataset.value;
          } else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
          else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
            _addIssue(this, "key", dataset, config$1, {
              input: void 0,
              expected: `"${key}"`,
              path: [{
                type: "object",
                origin: "key",
                input: input2,
                key,
                value: input2[key]
              }]
            });
            if (config$1.abortEarly) break;
          }
        }
        if (!dataset.issues || !config$1.abortEarly) {
          for (const key in input2) if (/* @__PURE__ */ _isValidObjectKey(input2, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input2[key];
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function never(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "never",
    reference: never,
    expects: "never",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function null_(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "null",
    reference: null_,
    expects: "null",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (dataset.value === null) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function nullable(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "nullable",
    reference: nullable,
    expects: `(${wrapped.expects} | null)`,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === null) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === null) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function nullish(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "nullish",
    reference: nullish,
    expects: `(${wrapped.expects} | null | undefined)`,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === null || dataset.value === void 0) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === null || dataset.value === void 0) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function number2(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "number",
    reference: number2,
    expects: "number",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function object(entries$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "object",
    reference: object,
    expects: "Object",
    async: false,
    entries: entries$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input2 = dataset.value;
      if (input2 && typeof input2 === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const key in this.entries) {
          const valueSchema = this.entries[key];
          if (key in input2 || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
            const value$1 = key in input2 ? input2[key] : /* @__PURE__ */ getDefault(valueSchema);
            const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
            if (valueDataset.issues) {
              const pathItem = {
                type: "object",
                origin: "value",
                input: input2,
                key,
                value: value$1
              };
              for (const issue of valueDataset.issues) {
                if (issue.path) issue.path.unshift(pathItem);
                else issue.path = [pathItem];
                dataset.issues?.push(issue);
              }
              if (!dataset.issues) dataset.issues = valueDataset.issues;
              if (config$1.abortEarly) {
                dataset.typed = false;
                break;
              }
            }
            if (!valueDataset.typed) dataset.typed = false;
            dataset.value[key] = valueDataset.value;
          } else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
          else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
            _addIssue(this, "key", dataset, config$1, {
              input: void 0,
              expected: `"${key}"`,
              path: [{
                type: "object",
                origin: "key",
                input: input2,
                key,
                value: input2[key]
              }]
            });
            if (config$1.abortEarly) break;
          }
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function optional(wrapped, default_) {
  return _standardSchema({
    kind: "schema",
    type: "optional",
    reference: optional,
    expects: `(${wrapped.expects} | undefined)`,
    async: false,
    wrapped,
    default: default_,
    "~run"(dataset, config$1) {
      if (dataset.value === void 0) {
        if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
        if (dataset.value === void 0) {
          dataset.typed = true;
          return dataset;
        }
      }
      return this.wrapped["~run"](dataset, config$1);
    }
  });
}
// @__NO_SIDE_EFFECTS__
function picklist(options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "picklist",
    reference: picklist,
    expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
    async: false,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      if (this.options.includes(dataset.value)) dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function record(key, value$1, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "record",
    reference: record,
    expects: "Object",
    async: false,
    key,
    value: value$1,
    message: message$1,
    "~run"(dataset, config$1) {
      const input2 = dataset.value;
      if (input2 && typeof input2 === "object") {
        dataset.typed = true;
        dataset.value = {};
        for (const entryKey in input2) if (/* @__PURE__ */ _isValidObjectKey(input2, entryKey)) {
          const entryValue = input2[entryKey];
          const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
          if (keyDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "key",
              input: input2,
              key: entryKey,
              value: entryValue
            };
            for (const issue of keyDataset.issues) {
              issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = keyDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
          if (valueDataset.issues) {
            const pathItem = {
              type: "object",
              origin: "value",
              input: input2,
              key: entryKey,
              value: entryValue
            };
            for (const issue of valueDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = valueDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
          if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function string(message$1) {
  return _standardSchema({
    kind: "schema",
    type: "string",
    reference: string,
    expects: "string",
    async: false,
    message: message$1,
    "~run"(dataset, config$1) {
      if (typeof dataset.value === "string") dataset.typed = true;
      else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function tuple(items, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "tuple",
    reference: tuple,
    expects: "Array",
    async: false,
    items,
    message: message$1,
    "~run"(dataset, config$1) {
      const input2 = dataset.value;
      if (Array.isArray(input2)) {
        dataset.typed = true;
        dataset.value = [];
        for (let key = 0; key < this.items.length; key++) {
          const value$1 = input2[key];
          const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
          if (itemDataset.issues) {
            const pathItem = {
              type: "array",
              origin: "value",
              input: input2,
              key,
              value: value$1
            };
            for (const issue of itemDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = itemDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!itemDataset.typed) dataset.typed = false;
          dataset.value.push(itemDataset.value);
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function tupleWithRest(items, rest, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "tuple_with_rest",
    reference: tupleWithRest,
    expects: "Array",
    async: false,
    items,
    rest,
    message: message$1,
    "~run"(dataset, config$1) {
      const input2 = dataset.value;
      if (Array.isArray(input2)) {
        dataset.typed = true;
        dataset.value = [];
        for (let key = 0; key < this.items.length; key++) {
          const value$1 = input2[key];
          const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
          if (itemDataset.issues) {
            const pathItem = {
              type: "array",
              origin: "value",
              input: input2,
              key,
              value: value$1
            };
            for (const issue of itemDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = itemDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!itemDataset.typed) dataset.typed = false;
          dataset.value.push(itemDataset.value);
        }
        if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input2.length; key++) {
          const value$1 = input2[key];
          const itemDataset = this.rest["~run"]({ value: value$1 }, config$1);
          if (itemDataset.issues) {
            const pathItem = {
              type: "array",
              origin: "value",
              input: input2,
              key,
              value: value$1
            };
            for (const issue of itemDataset.issues) {
              if (issue.path) issue.path.unshift(pathItem);
              else issue.path = [pathItem];
              dataset.issues?.push(issue);
            }
            if (!dataset.issues) dataset.issues = itemDataset.issues;
            if (config$1.abortEarly) {
              dataset.typed = false;
              break;
            }
          }
          if (!itemDataset.typed) dataset.typed = false;
          dataset.value.push(itemDataset.value);
        }
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function unknown() {
  return _standardSchema({
    kind: "schema",
    type: "unknown",
    reference: unknown,
    expects: "unknown",
    async: false,
    "~run"(dataset) {
      dataset.typed = true;
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function variant(key, options, message$1) {
  return _standardSchema({
    kind: "schema",
    type: "variant",
    reference: variant,
    expects: "Object",
    async: false,
    key,
    options,
    message: message$1,
    "~run"(dataset, config$1) {
      const input2 = dataset.value;
      if (input2 && typeof input2 === "object") {
        let outputDataset;
        let maxDiscriminatorPriority = 0;
        let invalidDiscriminatorKey = this.key;
        let expectedDiscriminators = [];
        const parseOptions = (variant$1, allKeys) => {
          for (const schema of variant$1.options) {
            if (schema.type === "variant") parseOptions(schema, new Set(allKeys).add(schema.key));
            else {
              let keysAreValid = true;
              let currentPriority = 0;
              for (const currentKey of allKeys) {
                const discriminatorSchema = schema.entries[currentKey];
                if (currentKey in input2 ? discriminatorSchema["~run"]({
                  typed: false,
                  value: input2[currentKey]
                }, ABORT_EARLY_CONFIG).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
                  keysAreValid = false;
                  if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input2 && !(invalidDiscriminatorKey in input2))) {
                    maxDiscriminatorPriority = currentPriority;
                    invalidDiscriminatorKey = currentKey;
                    expectedDiscriminators = [];
                  }
                  if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
                  break;
                }
                currentPriority++;
              }
              if (keysAreValid) {
                const optionDataset = schema["~run"]({ value: input2 }, config$1);
                if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
              }
            }
            if (outputDataset && !outputDataset.issues) break;
          }
        };
        parseOptions(this, /* @__PURE__ */ new Set([this.key]));
        if (outputDataset) return outputDataset;
        _addIssue(this, "type", dataset, config$1, {
          input: input2[invalidDiscriminatorKey],
          expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
          path: [{
            type: "object",
            origin: "value",
            input: input2,
            key: invalidDiscriminatorKey,
            value: input2[invalidDiscriminatorKey]
          }]
        });
      } else _addIssue(this, "type", dataset, config$1);
      return dataset;
    }
  });
}
function parse(schema, input2, config$1) {
  const dataset = schema["~run"]({ value: input2 }, /* @__PURE__ */ getGlobalConfig(config$1));
  if (dataset.issues) throw new ValiError(dataset.issues);
  return dataset.value;
}
// @__NO_SIDE_EFFECTS__
function pipe(...pipe$1) {
  return _standardSchema({
    ...pipe$1[0],
    pipe: pipe$1,
    "~run"(dataset, config$1) {
      for (const item of pipe$1) if (item.kind !== "metadata") {
        if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
          dataset.typed = false;
          break;
        }
        if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
      }
      return dataset;
    }
  });
}
// @__NO_SIDE_EFFECTS__
function safeParse(schema, input2, config$1) {
  const dataset = schema["~run"]({ value: input2 }, /* @__PURE__ */ getGlobalConfig(config$1));
  return {
    typed: dataset.typed,
    success: !dataset.issues,
    output: dataset.value,
    issues: dataset.issues
  };
}

export {
  GROUPS,
  INPUTS,
  rowOf,
  inputsOf,
  isSwitch,
  isRepeatable,
  input,
  inputOrWord,
  wrongValue,
  wrongInput,
  problemsFailure,
  TarError,
  tarEntries,
  MAX_DOCUMENT,
  readJson,
  getDotPath,
  check,
  description,
  finite,
  guard,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  regex,
  safeInteger,
  title,
  fallback,
  is,
  array,
  boolean,
  custom,
  exactOptional,
  lazy,
  literal,
  looseObject,
  never,
  null_,
  nullable,
  nullish,
  number2 as number,
  object,
  optional,
  picklist,
  record,
  string,
  tuple,
  tupleWithRest,
  unknown,
  variant,
  parse,
  pipe,
  safeParse,
  suggestBudget,
  whyNotRead,
  splitLines,
  splitList,
  unique,
  parseShellWords,
  formatShellWords,
  readWrittenList,
  looksLikeList,
  readerOf,
  parseChoice,
  declareComment,
  declareForeignComment
};
