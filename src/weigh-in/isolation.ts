/**
 * `namespaces`: of every kind, with a read-only root that holds the program alone, no network but its own loopback, no
 * capability, uid 65532. `process`: only an empty environment and directory.
 */
export type Isolation = 'namespaces' | 'process'
