import { posix } from 'node:path'
import type { Facts, Program } from './facts.ts'

/** The program in a directory of the checkout, however that is written. */
export function programAt({ programs }: Facts, directory: string): Program | null {
  const tidy = posix.normalize(`./${directory}`).replace(/(?<=.)\/$/, '')
  return programs.find(program => program.directory === (tidy === '.' ? '' : tidy)) ?? null
}

/** What directories of programs that support the work are called; their programs are rarely a service. */
const HELPING =
  /(?:^|\/)(?:_?examples?|tests?|testdata|e2e|hack|tools?|scripts?|docs?|build|ci|contrib|internal\/(?:tools?|gen\w*|cmd)|benchmarks?|gen|generate|mage\w*|\.[^/]*)(?:\/|$)/i

export function isHelping(directory: string): boolean {
  return HELPING.test(directory)
}

/** The programs that are services by their directories; all of them where none is. */
export function servicesOf({ programs }: Facts): readonly Program[] {
  const services = programs.filter(({ directory }) => !isHelping(directory))
  return services.length > 0 ? services : programs
}
