/**
 * How a program was isolated. `namespaces`: all kinds of namespaces, a read-only root with only the program, no network
 * except its own loopback, no capabilities, uid 65532. `process`: only an empty environment and directory.
 */
export type Isolation = 'namespaces' | 'process'
