/** Not a tar archive, one that breaks off, or one beyond the bounds. The message ends a sentence. */
export class TarError extends Error {}
