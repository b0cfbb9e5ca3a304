import { expect, it } from '@jest/globals'
import { imagePathOf } from '../../src/init/docker-programs.ts'

const api = { directory: '', module: '', name: 'api' }
const job = { directory: 'job', module: '', name: 'job' }
const gone = { directory: 'gone', module: '', name: 'gone' }
const BUILD = { directory: '.', packages: [], ldflags: [], tags: [], flags: [], env: {}, output: null }

const own = {
  programs: [
    { program: api, place: '/bin/server' },
    { program: job, place: null },
    { program: gone, place: '/tmp/gone' },
  ],
  builds: [
    { build: BUILD, program: api, output: '/out/api', line: 1, variables: new Map() },
    { build: BUILD, program: null, output: '/out/other', line: 2, variables: new Map() },
  ],
}

it.each([
  { path: '/bin/server', place: '/bin/server' },
  { path: 'server', place: '/bin/server' },
  { path: '/out/api', place: '/bin/server' },
  { path: '/job', place: '/job' },
  { path: 'job', place: '/job' },
  { path: 'bin/server', place: null },
  { path: '/out/other', place: null },
  { path: '/tmp/gone', place: null },
  { path: 'api', place: null },
])('imagePathOf $path is $place', ({ path, place }) => {
  expect(imagePathOf(path, own)).toBe(place)
})
