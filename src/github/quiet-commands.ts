/** As `@actions/cache` tells what it could not do. A 5xx comes as an error, in red, on a job that passes. */
const LOST_CACHE =
  /^::(?:error|warning)::(?=Failed to (?:restore|save)|Cache reservation failed|Unable to finalize)/gm

/** What `@actions/cache` says of a lost cache becomes a notice while `work` is done: a run that lacks it is as good. */
export async function withQuietCommands<T>(work: () => Promise<T>): Promise<T> {
  const { stdout } = process
  const write = stdout.write.bind(stdout)
  stdout.write = (chunk: string | Uint8Array, ...rest: []) =>
    write(typeof chunk === 'string' ? chunk.replace(LOST_CACHE, '::notice::') : chunk, ...rest)
  try {
    return await work()
  } finally {
    stdout.write = write
  }
}
