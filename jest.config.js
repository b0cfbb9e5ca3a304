/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
    // As the build embeds them.
    '^.+\\.pem$': '<rootDir>/__tests__/support/text-module.mjs',
  },
  // Most tests wait for a program or a server, so the core that jest keeps for itself would idle.
  maxWorkers: '100%',
  testTimeout: 60_000,
  modulePathIgnorePatterns: ['<rootDir>/.bantam', '<rootDir>/dist'],
}
