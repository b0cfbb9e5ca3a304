import { checkoutPath } from './checkout-path.ts'
import type { Facts, GoModule, Program } from './facts.ts'

/** The program in a directory of the checkout, however that is written, also by its files. */
export function programAt({ programs }: Facts, written: string): Program | null {
  const inDirectory = (path: string) => programs.find(({ directory }) => directory === checkoutPath(path))
  // A directory, too, may be called main.go.
  return inDirectory(written) ?? inDirectory(packageOf(written)) ?? null
}

/** What Go is asked to build, without the names of files: `./cmd/api` of `./cmd/api/main.go`. */
export function packageOf(written: string): string {
  return written.replace(/(?:^|\/)[^/]*(?:\.go|\*)$/, '')
}

export function moduleOf({ modules }: Facts, program: Program): GoModule | null {
  return modules.find(({ directory }) => directory === program.module) ?? null
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
