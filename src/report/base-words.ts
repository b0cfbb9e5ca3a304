import type { BaseSetting } from '../weigh-in/weigh-in.ts'
import { printable } from './printable.ts'

/** Characters of a digest that tell two images apart for a person. */
const SHORT = 'sha256:'.length + 12

/** `docker.io/library/alpine:3.22 sha256:4b7ce07002c6` */
export function baseWords({ name, digest }: BaseSetting): string {
  return [...(name === null ? [] : [printable(name)]), digest.slice(0, SHORT)].join(' ')
}
