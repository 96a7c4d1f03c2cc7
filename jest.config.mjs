/** One jest project a suite; `npm run test:NAME` runs one, `npm test` all of them (tests/run.ts). */
function suite(name) {
  return {
    displayName: name,
    rootDir: import.meta.dirname,
    testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`],
    testEnvironment: 'node',
    extensionsToTreatAsEsm: ['.ts'],
    transform: { '\\.ts$': '<rootDir>/tests/jest/strip-types.mjs' },
  };
}

export default {
  projects: [
    suite('unit'),
    suite('local'),
    suite('api'),
    suite('start'),
    suite('browser'),
    '<rootDir>/webapp',
  ],
};
