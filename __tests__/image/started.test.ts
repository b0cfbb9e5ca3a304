import { expect, it } from '@jest/globals'
import { startedPaths } from '../../src/image/started.ts'

it('are the words of entrypoint and arguments, as paths from the working directory', () => {
  const config = { entrypoint: ['/bin/env', 'app'], args: ['./serve', '../x'], workdir: '/srv' }
  expect([...startedPaths(config)]).toEqual(['/bin/env', '/srv/app', '/srv/serve', '/x'])
  expect([...startedPaths({ entrypoint: ['app'], args: [], workdir: '' })]).toEqual(['/app'])
})
