import { expect, it } from '@jest/globals'
import { describeLoaders } from '../../src/report/linker-words.ts'

it('says what each family of functions means in the image', () => {
  expect(describeLoaders([])).toEqual([])
  expect(describeLoaders(['dlopen', 'getaddrinfo', 'gethostbyname', 'getpwnam', 'other'])).toEqual([
    expect.stringMatching(/that dlopen needs .* contains none\.$/),
    expect.stringMatching(/that getaddrinfo, gethostbyname need .* finds no host by name/),
    expect.stringMatching(/that getpwnam needs .* finds no user or group/),
    expect.stringMatching(/that other needs .* can fail/),
  ])
})
