/** The user that images run as unless they say otherwise, and that programs run as in proofs: distroless's `nonroot`. */
export const UNPRIVILEGED = { uid: 65532, gid: 65532 } as const

/** As the input `user` has it. */
export const UNPRIVILEGED_TEXT = `${UNPRIVILEGED.uid}:${UNPRIVILEGED.gid}`
