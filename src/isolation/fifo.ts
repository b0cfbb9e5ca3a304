import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { tool, TOOL_ENVIRONMENT } from './tools.ts'

/** Makes a FIFO that only we may open, for what a program prints. Node itself makes none. */
export async function makeFifo(file: string): Promise<void> {
  await promisify(execFile)(tool('mkfifo'), ['-m', '0600', file], { env: TOOL_ENVIRONMENT })
}
