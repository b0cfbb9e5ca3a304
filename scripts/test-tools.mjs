// The programs that tests use, and where each comes from. A test compares this with what the tests ask for.

/** Command → the Debian and Ubuntu packages that have it: the first that a release of the system knows. */
export const packages = {
  'aarch64-linux-gnu-gcc': ['gcc-aarch64-linux-gnu'],
  docker: ['docker.io', 'docker-cli'],
  'docker-registry': ['docker-registry'],
  dockerd: ['docker.io'],
  faketime: ['faketime'],
  gcc: ['gcc'],
  file: ['file'],
  objcopy: ['binutils'],
  objdump: ['binutils'],
  readelf: ['binutils'],
  htpasswd: ['apache2-utils'],
  ip: ['iproute2'],
  jq: ['jq'],
  mount: ['mount'],
  openssl: ['openssl'],
  podman: ['podman'],
  'qemu-aarch64-static': ['qemu-user-static'],
  'qemu-x86_64-static': ['qemu-user-static'],
  runc: ['runc'],
  setpriv: ['util-linux'],
  skopeo: ['skopeo'],
  sudo: ['sudo'],
  tar: ['tar'],
  umoci: ['umoci'],
  umount: ['mount'],
  unshare: ['util-linux'],
  upx: ['upx-ucl'],
  'x86_64-linux-gnu-gcc': ['gcc', 'gcc-x86-64-linux-gnu'],
  xz: ['xz-utils'],
  zstd: ['zstd'],
  chromium: ['chromium'],
  bsdtar: ['libarchive-tools'],
  busybox: ['busybox-static'],
  getcap: ['libcap2-bin'],
  setcap: ['libcap2-bin'],
}

/** Ubuntu has Chromium as a snap only, and GitHub's runners have this instead. */
export const instead = { chromium: 'google-chrome' }

/** Command → what `go install` makes it of. */
export const modules = {
  crane: 'github.com/google/go-containerregistry/cmd/crane@v0.22.1',
  ko: 'github.com/google/ko@v0.19.1',
  act: 'github.com/nektos/act@v0.2.89',
  actionlint: 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
}

/** Like `modules`, but each takes minutes to compile: they are made, and their tests run, with BANTAM_TEST_TOOLS=all. */
export const slowModules = {
  cosign: 'github.com/sigstore/cosign/v2/cmd/cosign@v2.6.5',
  registry: 'github.com/distribution/distribution/v3/cmd/registry@v3.1.2',
  syft: 'github.com/anchore/syft/cmd/syft@v1.57.1',
}

/** The tools made with `go install` that a run of the tests makes. */
export const wantedModules = env =>
  env.BANTAM_TEST_TOOLS === 'all' ? { ...modules, ...slowModules } : modules

/** What `npm test` itself cannot do without. */
export const required = ['git', 'go']
