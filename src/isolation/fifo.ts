import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { tool, TOOL_ENVIRONMENT } from './tools.ts'

/** Makes a FIFO that only Bantam's own user may open, for what a program prints. Node cannot make one. */
export async function makeFifo(file: string): Promise<void> {
  await promisify(execFile)(tool('mkfifo'), ['-m', '0600', file], { env: TOOL_ENVIRONMENT })
}
