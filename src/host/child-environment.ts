import { delimiter, isAbsolute } from 'node:path'
import type { Environment, Host } from './host.ts'
import { searchPath } from './on-path.ts'

/** The kinds of programs that Bantam starts. */
export type Tool =
  'go' | 'git' | 'packer' | 'xz' | 'tar' | 'docker' | 'podman' | 'sudo' | 'credential helper' | 'shell'

/** Names of variables. A final `*` matches every name that begins with the rest. */
type Names = readonly string[]

const PATH = names('PATH')

const BASIC = names('PATH HOME USER LOGNAME TMPDIR LANG LC_ALL LC_CTYPE')

const NETWORK = names(`
  HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY http_proxy https_proxy all_proxy no_proxy
  SSL_CERT_FILE SSL_CERT_DIR`)

/**
 * The variables that say how git reaches a remote and logs in there. None of them names a repository, an index, a hook
 * or a program of another kind.
 */
const GIT_NETWORK = names(`
  SSH_AUTH_SOCK GIT_SSH GIT_SSH_COMMAND GIT_SSH_VARIANT
  GIT_SSL_CAINFO GIT_SSL_CAPATH GIT_SSL_CERT GIT_SSL_KEY GIT_SSL_NO_VERIFY CURL_CA_BUNDLE
  GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_CONFIG_NOSYSTEM
  GIT_CONFIG_COUNT GIT_CONFIG_KEY_* GIT_CONFIG_VALUE_*`)

/** The variables of `go help environment`. The pattern `GO*` would also match GOOGLE_APPLICATION_CREDENTIALS. */
const GO = names(`
  GO111MODULE GOAUTH GOBIN GOCACHE GOCACHEPROG GODEBUG GOENV GOEXPERIMENT GOFIPS140 GOFLAGS GOGC GOINSECURE
  GOMAXPROCS GOMEMLIMIT GOMODCACHE GONOPROXY GONOSUMDB GOPATH GOPRIVATE GOPROXY GOROOT GOSUMDB GOTMPDIR GOTOOLCHAIN
  GOVCS GOWORK GO_EXTLINK_ENABLED NETRC
  AR CC CXX FC GCCGO PKG_CONFIG CGO_* PKG_CONFIG_PATH PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR
  CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH LIBRARY_PATH SDKROOT`)

const CONTAINERS = [
  ...BASIC,
  ...NETWORK,
  ...names(`
    SSH_AUTH_SOCK DBUS_SESSION_BUS_ADDRESS
    XDG_RUNTIME_DIR XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME`),
]

/** The variables that a program gets from the environment that Bantam was started with. It gets no others. */
const MAY_HAVE: Readonly<Record<Tool, Names>> = {
  // Go fetches modules, and runs git for those that no proxy has: docs/decisions/0016-the-environment-of-children.md
  go: [
    ...BASIC,
    ...NETWORK,
    ...GIT_NETWORK,
    ...names('GIT_ASKPASS SSH_ASKPASS GIT_TERMINAL_PROMPT GIT_ALLOW_PROTOCOL XDG_CACHE_HOME XDG_CONFIG_HOME'),
    ...GO,
  ],
  git: [...BASIC, ...NETWORK, ...GIT_NETWORK, 'XDG_CONFIG_HOME'],
  // A packer reads options from a variable that has its name, and xz from XZ_OPT and XZ_DEFAULTS. They are not passed
  // on.
  packer: PATH,
  xz: PATH,
  docker: [
    ...CONTAINERS,
    ...names(`
      DOCKER_HOST DOCKER_CONFIG DOCKER_CONTEXT DOCKER_API_VERSION DOCKER_TLS DOCKER_TLS_VERIFY DOCKER_CERT_PATH`),
  ],
  podman: [
    ...CONTAINERS,
    ...names(`
      CONTAINER_HOST CONTAINER_CONNECTION CONTAINER_SSHKEY CONTAINER_PASSPHRASE PODMAN_CONNECTIONS_CONF
      CONTAINERS_CONF CONTAINERS_CONF_OVERRIDE CONTAINERS_STORAGE_CONF CONTAINERS_REGISTRIES_CONF
      STORAGE_DRIVER STORAGE_OPTS`),
  ],
  // GNU tar reads options from TAR_OPTIONS, which is not passed on. The library that starts tar reads the proxies.
  tar: [...BASIC, ...NETWORK],
  sudo: PATH,
  // The variables that the helpers of cloud providers and of desktop key rings are known to read.
  'credential helper': [
    ...BASIC,
    ...NETWORK,
    ...names(`
      DOCKER_CONFIG XDG_RUNTIME_DIR XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME
      DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY XAUTHORITY GNUPGHOME GPG_TTY PASSWORD_STORE_DIR
      AWS_* AZURE_* MSI_ENDPOINT MSI_SECRET IDENTITY_ENDPOINT IDENTITY_HEADER
      CLOUDSDK_* GOOGLE_APPLICATION_CREDENTIALS GOOGLE_CLOUD_PROJECT GCE_METADATA_HOST`),
  ],
  shell: PATH,
}

function names(words: string): Names {
  return words.split(/\s+/).filter(word => word !== '')
}

/**
 * Makes the environment of a child: the variables of Bantam's own environment that a program of its kind may have, then
 * those that the caller sets. A variable that is set to `undefined` is left out.
 */
export function childEnvironment(
  { env, temporary }: Pick<Host, 'env' | 'temporary'>,
  tool: Tool,
  set: Environment = {},
): Environment {
  const own = Object.entries(env).filter(
    ([name, value]) => value !== undefined && isOneOf(name, MAY_HAVE[tool]) && isUsable(name, value),
  )
  const path = env['PATH'] === undefined ? {} : { PATH: searchPath(env).join(delimiter) }
  // The run deletes its directory with everything that a child leaves there. A killed go leaves all that it compiled.
  const scratch = MAY_HAVE[tool].includes('TMPDIR') ? { TMPDIR: temporary } : {}
  const given = { ...Object.fromEntries(own), ...path, ...scratch, ...set }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

function isOneOf(name: string, known: Names): boolean {
  return known.some(one => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one))
}

/** A relative path would mean another place for each child, and could be part of the checkout. */
function isUsable(name: string, value: string): boolean {
  const isPlace = name.startsWith('XDG_') || PLACES.includes(name)
  return !isPlace || isAbsolute(value)
}

const PLACES = names('HOME GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM')
