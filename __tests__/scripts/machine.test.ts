import { describe, expect, it } from '@jest/globals'
import {
  aptCommands,
  commandIn,
  containerMark,
  mayInstallUnasked,
  upxCommands,
  type Machine,
} from '../../scripts/machine.mjs'

interface Seen {
  readonly uid?: number
  readonly env?: Machine['env']
  readonly files?: Readonly<Record<string, string>>
  readonly commands?: readonly string[]
}

/** A machine with these files and commands, and nothing else. */
function machine({ uid = 0, env = {}, files = {}, commands = [] }: Seen): Machine {
  return {
    uid,
    env,
    exists: file => file in files,
    read: file => files[file] ?? '',
    list: directory =>
      Object.keys(files)
        .filter(file => file.startsWith(`${directory}/`))
        .map(file => file.slice(directory.length + 1)),
    hasCommand: command => commands.includes(command),
  }
}

const cgroup = (file: string) => ({ '/proc/1/cgroup': file })
const mountinfo = (line: string) => ({ '/proc/1/mountinfo': line })

describe('containerMark', () => {
  it.each<[string, Seen, string]>([
    ['Docker', { files: { '/.dockerenv': '' } }, '/.dockerenv'],
    ['Podman', { files: { '/run/.containerenv': '' } }, '/run/.containerenv'],
    ['systemd-nspawn', { files: { '/run/systemd/container': 'systemd-nspawn\n' } }, '/run/systemd/container'],
    ['LXC', { files: { '/proc/1/environ': 'PATH=/bin\0container=lxc\0' } }, '/proc/1/environ'],
    ['Kubernetes', { env: { KUBERNETES_SERVICE_HOST: '10.0.0.1' } }, 'KUBERNETES_SERVICE_HOST'],
    ['cgroups of the first kind', { files: cgroup('4:memory:/docker/5f0c\n0::/\n') }, '/proc/1/cgroup'],
    [
      'containerd alone, by what its root is made of',
      {
        files: mountinfo(
          '600 500 0:50 / / rw,relatime - overlay overlay rw,lowerdir=/var/lib/containerd/io.containerd.snapshotter.v1.overlayfs/snapshots/1/fs\n',
        ),
      },
      '/proc/1/mountinfo',
    ],
  ])('sees %s', (_, seen, mark) => {
    expect(containerMark(machine(seen))).toBe(mark)
  })

  it.each<[string, Seen]>([
    ['a plain machine', { files: cgroup('0::/init.scope\n') }],
    ['WSL, which calls itself a container', { files: { '/run/systemd/container': 'wsl\n' } }],
    ['WSL, by its first process', { files: { '/proc/1/environ': 'container=wsl\0' } }],
    [
      'a machine that runs Docker',
      {
        files: mountinfo(
          '30 1 8:1 / / rw - ext4 /dev/sda1 rw\n99 30 0:60 / /var/lib/docker/overlay2/1/merged rw - overlay overlay rw,lowerdir=/var/lib/docker/overlay2/l/A\n',
        ),
      },
    ],
    [
      'a system that was started from an image on a stick',
      { files: mountinfo('30 1 0:40 / / rw - overlay /cow rw,lowerdir=/filesystem.squashfs\n') },
    ],
    ['a variable with a longer name', { files: { '/proc/1/environ': 'my_container=lxc\0' } }],
    ['a shell of the user that names a container', { env: { container: 'docker' } }],
  ])('does not take for one %s', (_, seen) => {
    expect(containerMark(machine(seen))).toBeNull()
  })
})

const container = { '/.dockerenv': '' }

it.each<[boolean, string, Seen]>([
  [true, 'root in a container', { files: container }],
  [true, 'root in CI', { env: { CI: 'true' } }],
  [true, 'root in CI that says 1', { env: { CI: '1' } }],
  [false, 'root on a machine of its own', {}],
  [false, 'root with CI=false', { env: { CI: 'false' } }],
  [false, 'root with an empty CI', { env: { CI: '' } }],
  [false, 'a user in a container', { uid: 1000, files: container }],
  [false, 'a user in CI', { uid: 1000, env: { CI: 'true' }, commands: ['sudo'] }],
])('mayInstallUnasked is %s for %s', (may, _, seen) => {
  expect(mayInstallUnasked(machine(seen))).toBe(may)
})

const bookworm = { '/etc/os-release': 'NAME="Debian GNU/Linux"\nVERSION_CODENAME=bookworm\nID=debian\n' }
const stanzas = `Types: deb
# http://snapshot.example/archive
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: http://mirror.example/debian-security
Suites: bookworm-security
Components: main
`
const debianSources = { '/etc/apt/sources.list.d/debian.sources': stanzas }
const INSTALL = ['apt-get update -qq', 'apt-get install -y -qq --no-install-recommends upx-ucl']

describe('upxCommands', () => {
  it.each<[string, Seen, readonly string[] | null]>([
    ['Ubuntu', { commands: ['apt-get'] }, INSTALL],
    [
      'Ubuntu, as a user',
      { uid: 1000, commands: ['apt-get', 'sudo'] },
      INSTALL.map(command => `sudo ${command}`),
    ],
    ['Ubuntu, as a user without sudo', { uid: 1000, commands: ['apt-get'] }, INSTALL],
    [
      'Debian 12, which has it in its backports',
      { commands: ['apt-get'], files: { ...bookworm, ...debianSources } },
      [
        "echo 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://mirror.example/debian bookworm-backports main' | tee /etc/apt/sources.list.d/bookworm-backports.list >/dev/null",
        ...INSTALL,
      ],
    ],
    [
      'Debian 12, as a user, with sources of the old form',
      {
        uid: 1000,
        commands: ['apt-get', 'sudo'],
        files: {
          ...bookworm,
          '/etc/apt/sources.list':
            '# deb http://old.example bookworm main\ndeb [arch=amd64] http://mirror.example/debian bookworm main\n',
        },
      },
      [
        "echo 'deb http://mirror.example/debian bookworm-backports main' | sudo tee /etc/apt/sources.list.d/bookworm-backports.list >/dev/null",
        ...INSTALL.map(command => `sudo ${command}`),
      ],
    ],
    [
      'Debian 12 that has its backports already',
      {
        commands: ['apt-get'],
        files: {
          ...bookworm,
          ...debianSources,
          '/etc/apt/sources.list.d/more.list': 'deb http://mirror.example/debian bookworm-backports main\n',
        },
      },
      INSTALL,
    ],
    [
      'Debian 12 whose backports are only a comment',
      {
        commands: ['apt-get'],
        files: {
          ...bookworm,
          '/etc/apt/sources.list':
            'deb http://mirror.example/debian bookworm main\n# deb http://mirror.example/debian bookworm-backports main\n',
        },
      },
      [
        "echo 'deb http://mirror.example/debian bookworm-backports main' | tee /etc/apt/sources.list.d/bookworm-backports.list >/dev/null",
        ...INSTALL,
      ],
    ],
    [
      'Debian 12 without a source of its own',
      { commands: ['apt-get'], files: { ...bookworm, '/etc/apt/sources.list.d/x.sources.off': stanzas } },
      INSTALL,
    ],
    [
      'Debian 13',
      {
        commands: ['apt-get'],
        files: { '/etc/os-release': 'VERSION_CODENAME=trixie\nID=debian\n', ...debianSources },
      },
      INSTALL,
    ],
    ['Fedora', { uid: 1000, commands: ['dnf', 'sudo'] }, ['sudo dnf install -y upx']],
    ['openSUSE', { commands: ['zypper'] }, ['zypper --non-interactive install upx']],
    ['Alpine', { commands: ['apk'] }, ['apk add upx']],
    ['Arch', { commands: ['pacman'] }, ['pacman -S --noconfirm upx']],
    ['a system that is not known', {}, null],
  ])('on %s', (_, seen, commands) => {
    expect(upxCommands(machine(seen))).toEqual(commands)
  })
})

it('aptCommands adds no source for packages that need none', () => {
  const debian = machine({ commands: ['apt-get'], files: { ...bookworm, ...debianSources } })
  expect(aptCommands(debian, ['runc', 'skopeo'])).toEqual([
    'apt-get update -qq',
    'apt-get install -y -qq --no-install-recommends runc skopeo',
  ])
})

it('commandIn looks into no empty entry of PATH, which would be the working directory', () => {
  expect(commandIn('', 'package.json')).toBe(false)
  expect(commandIn('::/bin', 'sh')).toBe(true)
  expect(commandIn(undefined, 'sh')).toBe(false)
})
