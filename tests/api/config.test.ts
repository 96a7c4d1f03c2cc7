import { expect, test } from '@jest/globals';
import { readConfig } from '@movieflix/api-server/config.ts';

const complete = {
  DATABASE_URL: 'postgresql:///movieflix',
  IMAGE_BUCKET: 'images',
  RESULTS_QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/1/results',
  RESIZE_FUNCTION_NAME: 'resize-image',
  AWS_REGION: 'eu-central-1',
};

test('what may be left out has a default', () => {
  expect(readConfig(complete)).toMatchObject({
    port: 3000,
    host: '0.0.0.0',
    endpointUrl: undefined,
    allowedOrigins: [],
    isSignUpOpen: true,
    isFirstMemberAdmin: false,
    bringsSamples: false,
    maxMemberBytes: 100 * 1024 ** 3,
    trustedProxies: 0,
    firstAdmin: undefined,
  });
});

test('everything is read', () => {
  const env = {
    ...complete,
    PORT: '0',
    SIGN_UP: 'closed',
    FIRST_SIGN_UP: 'admin',
    SAMPLE_CONTENT: 'on',
    ALLOWED_ORIGINS: 'https://a.org, https://b.org',
  };
  expect(readConfig(env)).toMatchObject({
    port: 0,
    isSignUpOpen: false,
    isFirstMemberAdmin: true,
    bringsSamples: true,
    allowedOrigins: ['https://a.org', 'https://b.org'],
  });
});

test.each(Object.keys(complete))('the start fails with a sentence without %s', (name) => {
  expect(() => readConfig({ ...complete, [name]: ' ' })).toThrow(`environment variable ${name} to be set`);
});

test.each([
  ['PORT', 'http', 'Expected a whole number in PORT but found "http".'],
  ['MAX_MEMBER_BYTES', '-1', 'Expected a whole number in MAX_MEMBER_BYTES but found "-1".'],
  ['FIRST_SIGN_UP', 'owner', 'Expected one of member, admin in FIRST_SIGN_UP but found "owner".'],
  ['SAMPLE_CONTENT', 'yes', 'Expected one of off, on in SAMPLE_CONTENT but found "yes".'],
  ['SIGN_UP', 'maybe', 'Expected one of open, closed in SIGN_UP but found "maybe".'],
])('the start fails with a sentence where %s is %s', (name, value, sentence) => {
  expect(() => readConfig({ ...complete, [name]: value })).toThrow(sentence);
});

test('the first administrator has an address and a password', () => {
  const env = { ...complete, ADMIN_EMAIL: ' ada@example.org ', ADMIN_PASSWORD: ' with spaces ' };
  expect(readConfig(env).firstAdmin).toEqual({ email: 'ada@example.org', password: ' with spaces ' });
});

test.each([
  [
    { ADMIN_EMAIL: 'ada@example.org' },
    'Expected ADMIN_PASSWORD to be set too where ADMIN_EMAIL is, but it is not.',
  ],
  [
    { ADMIN_PASSWORD: 'correct horse' },
    'Expected ADMIN_EMAIL to be set too where ADMIN_PASSWORD is, but it is not.',
  ],
  [
    { ADMIN_EMAIL: 'ada', ADMIN_PASSWORD: 'correct horse' },
    'Expected an e-mail address in ADMIN_EMAIL but found "ada".',
  ],
  [
    { ADMIN_EMAIL: 'ada@example.org', ADMIN_PASSWORD: 'short' },
    'Expected 8 to 200 characters in ADMIN_PASSWORD but found 5.',
  ],
])('the start fails with a sentence where the first administrator is %j', (env, sentence) => {
  expect(() => readConfig({ ...complete, ...env })).toThrow(sentence);
});

test('the configuration cannot be changed', () => {
  const config = readConfig(complete);
  expect(() => Object.assign(config, { port: 1 })).toThrow();
});
