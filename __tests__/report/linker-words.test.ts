import { expect, it } from '@jest/globals'
import { describeLoaders } from '../../src/report/linker-words.ts'

it('says what each family of functions means in the image', () => {
  expect(describeLoaders([])).toEqual([])
  expect(describeLoaders(['dlopen', 'getaddrinfo', 'gethostbyname', 'getpwnam', 'other'])).toEqual([
    expect.stringMatching(/that dlopen needs .* contains none\.$/),
    expect.stringMatching(/that getaddrinfo, gethostbyname need .* cannot look up host names/),
    expect.stringMatching(/that getpwnam needs .* cannot look up users and groups/),
    expect.stringMatching(/that other needs .* can fail/),
  ])
})
