const { createEsmPreset } = require('jest-preset-angular/presets');

const preset = createEsmPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' });

module.exports = {
  ...preset,
  displayName: 'webapp',
  rootDir: __dirname,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env',
  setupFilesAfterEnv: ['<rootDir>/jest.setup.ts', '<rootDir>/jest.texts.ts'],
  // The other workspaces, and the texts, which the browser tests read too, import each other by `.ts` names, which only
  // type stripping leaves alone.
  transform: {
    '/(contracts/src|webapp/src/texts)/(?!.*spec).*\\.ts$': '<rootDir>/../tests/jest/strip-types.mjs',
    ...preset.transform,
  },
};
