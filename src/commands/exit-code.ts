/** 0: within budget and published as asked. 1: the gate said no. 2: it could not be done. */
export type ExitCode = 0 | 1 | 2
