/** 0: within budget and published as requested. 1: the gate said no. 2: the run could not finish. */
export type ExitCode = 0 | 1 | 2
