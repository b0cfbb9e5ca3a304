export interface Machine {
  readonly uid: number
  readonly env: Readonly<Record<string, string | undefined>>
  readonly exists: (file: string) => boolean
  /** The text of a file, empty if it cannot be read. */
  readonly read: (file: string) => string
  readonly list: (directory: string) => readonly string[]
  readonly hasCommand: (command: string) => boolean
}
export function thisMachine(): Machine
export function commandIn(searchPath: string | undefined, command: string): boolean
export function executable(file: string): boolean
export function containerMark(machine: Pick<Machine, 'env' | 'exists' | 'read'>): string | null
export function mayInstallUnasked(machine: Pick<Machine, 'uid' | 'env' | 'exists' | 'read'>): boolean
export function asRoot(machine: Pick<Machine, 'uid' | 'hasCommand'>): string
export function aptCommands(machine: Machine, packages: readonly string[]): readonly string[] | null
export function upxCommands(machine: Machine): readonly string[] | null
