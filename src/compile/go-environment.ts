import type { Platform } from '../declare/platform.ts'
import { processorVariables } from '../declare/processor.ts'
import type { CompileSpec } from '../declare/spec.ts'
import { childEnvironment } from '../host/child-environment.ts'
import type { Environment, Host } from '../host/host.ts'

/**
 * The environment in which Bantam runs go: the settings for go in the user's environment (GOPRIVATE, GOPROXY, netrc,
 * git …), then those of the image's spec, then those that decide the binary.
 */
export function goEnvironment(host: Host, spec: CompileSpec, platform: Platform): Environment {
  return childEnvironment(host, 'go', {
    ...spec.buildEnv,
    // This toolchain knows its own root. The root of another one would give it the wrong standard library.
    GOROOT: undefined,
    GOTOOLCHAIN: 'local',
    GOOS: platform.os,
    GOARCH: platform.architecture,
    ...processorVariables(platform),
    CGO_ENABLED: spec.cgo === 'static' ? '1' : '0',
  })
}
