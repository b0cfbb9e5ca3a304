import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { temporaryDirectory } from './cli.ts'
import { zipOf } from './zip.ts'

/** A module at a version, with the text of its one file. */
export interface ProxiedModule {
  readonly path: string
  readonly version: string
  readonly go: string
}

/** A module proxy as a directory. @returns the variables with which go uses it, and keeps what it downloads apart */
export function moduleProxy(modules: readonly ProxiedModule[]): Readonly<Record<string, string>> {
  const directory = temporaryDirectory('proxy')
  for (const { path: module, version, go } of modules) {
    const place = path.join(directory, module, '@v')
    mkdirSync(place, { recursive: true })
    const mod = `module ${module}\n\ngo 1.21\n`
    writeFileSync(path.join(place, `${version}.mod`), mod)
    writeFileSync(path.join(place, `${version}.info`), JSON.stringify({ Version: version }))
    const archive = zipOf(`${module}@${version}/module.go`, Buffer.from(go), 8)
    writeFileSync(path.join(place, `${version}.zip`), archive)
  }
  return {
    GOPROXY: pathToFileURL(directory).href,
    GOSUMDB: 'off',
    GOFLAGS: '-modcacherw',
    GOMODCACHE: temporaryDirectory('modules'),
  }
}
