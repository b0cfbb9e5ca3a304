import { tool } from './oci-tools.ts'

/** The `config` of an OCI layout's image, as skopeo reads it. `layout` is a directory and a tag. */
export function imageConfigOf(layout: string): Readonly<Record<string, unknown>> {
  const whole = JSON.parse(tool('skopeo', ['inspect', '--config', `oci:${layout}`])) as {
    readonly config: Readonly<Record<string, unknown>>
  }
  return whole.config
}
