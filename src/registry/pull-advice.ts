import type { Login } from './advice.ts'

/** What somebody can do where an image may not be read, or is not there. Many registries say 401 or 403 for what they have not. */
export function adviceForPull({ registry, repository, source }: Login, status: number): string {
  if (status === 404) return `check that ${repository} and its tag are spelt right`
  if (source === null)
    return `no credentials for ${registry} were found: check that ${repository} is spelt right, or log in with ${howToLogIn(registry)}`
  return `the credentials from ${source} may not read ${repository}: check that it is spelt right, and ask for permission to pull it`
}

function howToLogIn(registry: string): string {
  return registry === 'ghcr.io'
    ? '"docker login ghcr.io", or give the job "permissions: packages: read" and this step github-token'
    : `"docker login ${registry}", or give registry-username and registry-password`
}
