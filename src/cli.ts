#!/usr/bin/env node
const OLDEST_NODE = 24

const major = Number(process.versions.node.split('.')[0])
if (major < OLDEST_NODE) {
  process.stderr.write(
    `error: bantam runs on Node ${OLDEST_NODE} or newer, and this is ${process.version}: install Node ${OLDEST_NODE} and try again.\n`,
  )
  process.exitCode = 2
} else {
  // Imported only now, because an older Node stops at the first import of something that it lacks.
  const { keepCompiledCode } = await import('./host/compiled-code.ts')
  keepCompiledCode(process.env)
  const { runCommandLine } = await import('./commands/command-line.ts')
  await runCommandLine(process)
}
