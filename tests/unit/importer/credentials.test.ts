import { expect, test } from '@jest/globals';
import { findCredentials } from '@movieflix/importer/credentials.ts';

test('a token goes before an e-mail address and password', async () => {
  const environment = { MOVIEFLIX_TOKEN: 't', MOVIEFLIX_EMAIL: 'ann@example.org', MOVIEFLIX_PASSWORD: 'p' };
  expect(await findCredentials(environment, false)).toEqual({ token: 't' });
});

test('an e-mail address and password are taken from the environment', async () => {
  const environment = { MOVIEFLIX_EMAIL: 'ann@example.org', MOVIEFLIX_PASSWORD: 'p' };
  expect(await findCredentials(environment, true)).toEqual({ email: 'ann@example.org', password: 'p' });
});

test('where nobody sits at the terminal, what is missing is named', async () => {
  await expect(findCredentials({ MOVIEFLIX_EMAIL: 'ann@example.org' }, false)).rejects.toThrow(
    'Expected MOVIEFLIX_EMAIL and MOVIEFLIX_PASSWORD, or MOVIEFLIX_TOKEN, in the environment',
  );
});
