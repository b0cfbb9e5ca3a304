import { EXAMPLE, parseCapabilities } from './capabilities.ts'
import { parseImagePath } from './config-values.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import type { CapabilitySpec } from './spec.ts'

/** Reads `capabilities[ path]` with the words of setcap: `cap_net_bind_service=+ep /api`. */
export function parseCapabilitySpec(line: string): Parsed<CapabilitySpec> {
  const [text = '', file, ...rest] = line.trim().split(/[ \t]+/)
  if (text.startsWith('/'))
    return problem(`begins with a path; write the capabilities first: ${file ?? EXAMPLE} ${text}`)
  if (/^(?:setcap|-\w)/.test(text))
    return problem(`has "${text}", a word of a command; write ${EXAMPLE} /path`)
  if (rest.length > 0)
    return problem(
      'has more than capabilities and one path; write capabilities with the same flags as cap_a,cap_b=+ep',
    )
  const capabilities = parseCapabilities(text)
  if (!capabilities.ok) return capabilities
  if (file === undefined) return parsed({ path: null, capabilities: capabilities.value })
  const place = parseImagePath(file)
  if (!place.ok) return problem(`has a path that ${place.problem}`)
  return parsed({ path: place.value, capabilities: capabilities.value })
}
