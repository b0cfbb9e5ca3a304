import { expect, it } from '@jest/globals'
import { showRequestUrl } from '../../src/registry/request-url.ts'

it.each(['digest', 'from', 'mount', 'scope', 'service'])('shows what %s is', name => {
  expect(showRequestUrl(new URL(`https://r.example/v2/o/x?${name}=a`))).toBe(
    `https://r.example/v2/o/x?${name}=a`,
  )
})

it.each(['_state', 'X-Amz-Signature', 'token', ''])('hides what %p is', name => {
  expect(showRequestUrl(new URL(`https://r.example/v2/o/x?${name}=very-secret`))).not.toContain('very-secret')
})
