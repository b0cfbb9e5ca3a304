import { expect, it } from '@jest/globals'
import { userNumbers } from '../../src/init/docker-users.ts'

it.each([
  { user: '1000', runs: '', numbers: '1000' },
  { user: '1000:2', runs: '', numbers: '1000:2' },
  { user: 'root', runs: '', numbers: '0:0' },
  { user: 'nonroot:nonroot', runs: '', numbers: '65532:65532' },
  { user: 'nobody:users', runs: '', numbers: null },
  { user: 'app', runs: 'adduser -S app', numbers: null },
  { user: 'app', runs: 'adduser -D -u 1001 app', numbers: '1001:1001' },
  { user: 'app', runs: 'useradd --uid=1001 --shell /bin/sh app', numbers: '1001:1001' },
  { user: 'app', runs: 'adduser -u 1001 other', numbers: null },
  { user: 'app:web', runs: 'addgroup -g 1002 web && adduser -u 1001 -G web app', numbers: '1001:1002' },
  { user: 'app:web', runs: 'adduser -u 1001 app', numbers: null },
  { user: '1001:web', runs: 'groupadd --gid 1002 web', numbers: '1001:1002' },
  { user: 'app', runs: 'adduser -u x app', numbers: null },
  { user: '', runs: '', numbers: null },
])('USER $user after "$runs" is $numbers', ({ user, runs, numbers }) => {
  expect(userNumbers(user, [{ line: 1, script: runs, directory: '/' }])).toBe(numbers)
})
