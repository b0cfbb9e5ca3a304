import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sharedGoCache } from './cli.ts'

/** The registry of CUE's authors, which has the referrers API; it comes as a Go package without a command. */
const MODULE = 'cuelabs.dev/go/oci/ociregistry'
const VERSION = 'v0.0.0-20251212221603-3adeb8663819'

const MAIN = `package main

import (
	"fmt"
	"net"
	"net/http"

	"${MODULE}/ocimem"
	"${MODULE}/ociserver"
)

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println("listening on", listener.Addr())
	panic(http.Serve(listener, ociserver.New(ocimem.New(), nil)))
}
`

export interface ReferrersRegistry {
  /** `127.0.0.1:41234` */
  readonly address: string
  stop(): Promise<void>
}

/** A real registry, in memory, that lists referrers by itself. */
export async function startReferrersRegistry(): Promise<ReferrersRegistry> {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-referrers-registry-'))
  writeFileSync(path.join(directory, 'main.go'), MAIN)
  writeFileSync(
    path.join(directory, 'go.mod'),
    `module registry\n\ngo 1.24\n\nrequire ${MODULE} ${VERSION}\n`,
  )
  const env = { ...process.env, GOCACHE: sharedGoCache, GOFLAGS: '-mod=mod', GOOS: '', GOARCH: '' }
  execFileSync('go', ['build', '-o', 'registry', '.'], {
    cwd: directory,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  // The pipe to `cat` closes when this process ends, however it ends.
  const child = spawn('sh', ['-c', '"$0" & cat; kill $!; wait', path.join(directory, 'registry')], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const address = await listening(child)
  return {
    address,
    stop: async () => {
      const ended = new Promise(resolve => child.once('close', resolve))
      child.stdin?.end()
      await ended
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function listening(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let said = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text
    const address = /listening on (127\.0\.0\.1:\d+)/.exec(said)?.[1]
    if (address !== undefined) resolve(address)
  })
  child.on('close', () => reject(new Error(`the registry ended:\n${said}`)))
  return promise
}
