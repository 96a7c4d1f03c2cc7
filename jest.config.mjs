/** One jest project a suite; `npm run test:NAME` runs one, `npm test` all of them (tests/run.ts). */
function suite(name, settings = {}) {
  return {
    displayName: name,
    rootDir: import.meta.dirname,
    testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`],
    testEnvironment: 'node',
    extensionsToTreatAsEsm: ['.ts'],
    transform: { '\\.ts$': '<rootDir>/tests/jest/strip-types.mjs' },
    ...settings,
  };
}

const sharedPostgres = {
  globalSetup: '<rootDir>/tests/postgres/global-setup.ts',
  globalTeardown: '<rootDir>/tests/postgres/global-teardown.ts',
};

const sharedBuild = {
  globalSetup: '<rootDir>/tests/stacks/global-setup.ts',
  globalTeardown: '<rootDir>/tests/stacks/global-teardown.ts',
};

export default {
  // Only to end what hangs; how long a thing takes decides no test.
  testTimeout: 120_000,
  projects: [
    suite('unit'),
    suite('local'),
    suite('api', sharedPostgres),
    suite('stacks', sharedBuild),
    suite('hosts', sharedBuild),
    suite('start'),
    suite('browser'),
    '<rootDir>/webapp',
  ],
};
