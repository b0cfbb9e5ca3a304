/** The file is not a tar archive, breaks off, or exceeds the bounds. The message ends a sentence. */
export class TarError extends Error {}
