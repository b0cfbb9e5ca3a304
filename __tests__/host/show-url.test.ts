import { describe, expect, it } from '@jest/globals'
import { showUrl } from '../../src/host/show-url.ts'

describe('showUrl', () => {
  it.each([
    { url: 'https://me:secret@host.example/a/b?token=secret#c', shown: 'https://host.example/a/b' },
    { url: 'http://127.0.0.1:5000/', shown: 'http://127.0.0.1:5000/' },
    { url: 'nonsense', shown: '(not a URL)' },
  ])('shows $shown', ({ url, shown }) => expect(showUrl(url)).toBe(shown))

  it('shows the queries that it may, and of others the name alone', () => {
    const url = new URL('https://u:p@r.example/v2/o?digest=sha256:ab&_state=s&X-Amz-Signature=t&mount=m#f')
    const shown = new Set(['digest', 'mount'])
    expect(showUrl(url, shown)).toBe(
      'https://r.example/v2/o?digest=sha256:ab&_state=***&X-Amz-Signature=***&mount=m',
    )
    expect(showUrl('https://r.example/v2/', shown)).toBe('https://r.example/v2/')
    expect(showUrl('https://r.example/?digest=a%0Ab&x%26y=1', shown)).toBe(
      'https://r.example/?digest=a b&x%26y=***',
    )
  })
})
