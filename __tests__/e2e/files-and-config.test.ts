import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { bantam, temporaryDirectory } from '../support/cli.ts'
import { type Daemon, startDockerd } from '../support/daemon.ts'
import { tool } from '../support/oci-tools.ts'
import { describeWith } from '../support/tools.ts'

/** Says what the image gives it; `health` says that it works, and `wait` does nothing for a while. */
const MAIN = `package main

import (
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

func main() {
	switch os.Args[1] {
	case "health":
		fmt.Println("healthy")
		return
	case "wait":
		time.Sleep(time.Minute)
		return
	}
	who, err := user.LookupId(strconv.Itoa(os.Getuid()))
	if err != nil {
		panic(err)
	}
	group, err := user.LookupGroupId(who.Gid)
	if err != nil {
		panic(err)
	}
	target, _ := os.Readlink("/usr/sbin/sendmail")
	files, _ := filepath.Glob("/srv/*/*")
	status, _ := os.ReadFile("/proc/self/status")
	_, effective, _ := strings.Cut(string(status), "CapEff:\\t")
	fmt.Println("args", os.Args)
	fmt.Println("user", who.Username, group.Name, who.HomeDir, os.Getenv("HOME"))
	fmt.Println("link", target)
	fmt.Println("files", files)
	fmt.Println("writes", os.WriteFile("/var/lib/svc/x", nil, 0o600), os.WriteFile(who.HomeDir+"/x", nil, 0o600))
	fmt.Println("capabilities", effective[:16])
}
`

const FILES = {
  'go.mod': 'module example.com/svc\n\ngo 1.21\n',
  'main.go': MAIN,
  'web/index.html': 'index',
  'web/docs/a.html': 'a',
  'web/docs/a.css': 'a',
}

function service(): string {
  const directory = temporaryDirectory('svc')
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true })
    writeFileSync(path.join(directory, name), text)
  }
  return directory
}

const FLAGS = [
  ['--cmd', '/usr/bin/svc run', '--accounts', 'app:1000:1001:/home/app', '--user', 'app'],
  ['--files', 'web/**/*.html:/srv/site/', '--files', '/usr/sbin/sendmail -> /usr/bin/svc'],
  ['--files', '/var/lib/svc/:0750', '--capabilities', 'cap_net_bind_service=+ep'],
  ['--healthcheck', '--interval=1s --start-period=1s --retries=2 CMD /usr/bin/svc health'],
  ['--smoke-args', '/usr/bin/svc health'],
].flat()

/** What the service prints in a container. */
const printed = (program = '/usr/bin/svc') => `args [${program} run]
user app app /home/app /home/app
link /usr/bin/svc
files [/srv/site/docs /srv/site/index.html]
writes <nil> <nil>
capabilities 0000000000000400
`

const RUN = [
  'run',
  '--rm',
  '--network',
  'none',
  '--ulimit',
  'nofile=1024:1024',
  '--ulimit',
  'nproc=1024:1024',
]

describeWith(['go', 'upx', 'skopeo'], 'files, accounts, capabilities and a health check', () => {
  let layout: string
  let archive: string
  let weighIn: WeighIn
  beforeAll(async () => {
    const cwd = service()
    layout = path.join(cwd, 'image')
    archive = path.join(cwd, 'image.tar')
    const args = ['build', '.=/usr/bin/svc', '--budget', 'none', '--json', '--pack', 'require', ...FLAGS]
    const env = { ...process.env, XDG_CACHE_HOME: path.join(cwd, 'cache') }
    const built = await bantam([...args, '--output', layout], { cwd, env })
    if (built.exitCode !== 0) throw new Error(built.stderr)
    weighIn = JSON.parse(built.stdout) as WeighIn
    const again = await bantam([...args, '--output', archive], { cwd, env })
    if (again.exitCode !== 0) throw new Error(again.stderr)
  }, 120_000)

  it('are in the config and the weigh-in', () => {
    const platform = weighIn.images[0]?.platforms[0]
    expect(platform?.capabilities).toEqual([
      { path: '/usr/bin/svc', capabilities: 'cap_net_bind_service=ep' },
    ])
    expect(platform?.smokeTest).toEqual({ status: 'passed', seen: ['/usr/bin/svc health ended with 0'] })
    const manifest = JSON.parse(tool('skopeo', ['inspect', '--raw', `oci:${layout}:latest`])) as {
      readonly config: { readonly digest: string }
    }
    const blob = path.join(layout, 'blobs', ...manifest.config.digest.split(':'))
    expect(JSON.parse(readFileSync(blob, 'utf8'))).toMatchObject({
      config: {
        User: '1000:1001',
        Env: ['HOME=/home/app'],
        Cmd: ['/usr/bin/svc', 'run'],
        Healthcheck: {
          Test: ['CMD', '/usr/bin/svc', 'health'],
          Interval: 1e9,
          StartPeriod: 1e9,
          Retries: 2,
        },
      },
    })
  })

  it('are found by weigh', async () => {
    const weighed = await bantam(['weigh', layout])
    expect(weighed.stdout).toMatch(/^ +caps +\/usr\/bin\/svc cap_net_bind_service=ep$/m)
  })

  describeWith(['dockerd', 'docker'], 'in Docker', () => {
    let daemon: Daemon
    const docker = (...args: readonly string[]) => tool('docker', [...args], { DOCKER_HOST: daemon.host })
    beforeAll(async () => {
      daemon = await startDockerd()
      docker('load', '--input', archive)
    }, 60_000)
    afterAll(() => daemon.stop())

    it('are what a packed service finds', () => {
      expect(docker(...RUN, 'svc')).toBe(printed())
      expect(docker(...RUN, 'svc', '/usr/sbin/sendmail', 'run')).toBe(printed('/usr/sbin/sendmail'))
    })

    it('make the service healthy', async () => {
      const id = docker('run', '--detach', ...RUN.slice(1), 'svc', '/usr/bin/svc', 'wait').trim()
      const health = () => docker('inspect', '--format', '{{.State.Health.Status}}', id).trim()
      for (let tries = 0; tries < 200 && health() === 'starting'; tries++) await sleep(100)
      expect(health()).toBe('healthy')
      docker('kill', id)
    }, 60_000)
  })

  describeWith(['podman', 'runc'], 'in Podman', () => {
    it('are what a packed service finds', () => {
      const root = temporaryDirectory('podman')
      const podman = (...args: readonly string[]) =>
        tool('podman', [`--root=${root}/root`, `--runroot=${root}/run`, '--runtime=runc', ...args])
      const [, name = ''] = /: (\S+)\s*$/.exec(podman('load', '--input', archive)) ?? []
      expect(podman(...RUN, name)).toBe(printed())
      podman('rmi', '--all', '--force')
    }, 60_000)
  })
})

describe('a pattern that finds nothing', () => {
  it('ends the run before anything is built', async () => {
    const cwd = service()
    const ended = await bantam(['build', '--budget', 'none', '--files', 'web/*.htm:/srv/'], { cwd })
    expect(ended.exitCode).toBe(2)
    expect(ended.stderr).toContain(
      `--files cannot add ${cwd}/web/*.htm to the image as /srv/: it matches no file`,
    )
  })
})
