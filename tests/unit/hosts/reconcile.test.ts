import { expect, test } from '@jest/globals';
import { scriptHost } from './host-script.ts';

const SETTINGS = "IMAGE_BUCKET=images\nADMIN_EMAIL='ada@example.org'\n";
const DATABASE_URL =
  'postgresql://movieflix:$(touch "$FOLDER/run-by-a-shell")@database:5432/movieflix?sslmode=no-verify';
const SECRETS = `DATABASE_URL=${DATABASE_URL}\nADMIN_PASSWORD=secret\n`;

/** Says to whom it was told to turn, and runs the program as whom it is. */
const SETPRIV = `
while [ "$1" != -- ]; do echo "$1"; shift; done
shift
exec "$@"
`;
const NODE = '#!/bin/bash\necho "$PWD"; env; printf "<%s>" "$@"; exit 1\n';

test('the comparison runs as nobody, with what the API knows but for the administrator, and its code is passed on', async () => {
  using host = scriptHost(SETTINGS, { id: 'echo 0', setpriv: SETPRIV });
  host.write('run/api.env', SECRETS);
  host.write('host/node/bin/node', NODE, 0o755);
  host.write('host/server/reconcile.js', '');
  const { code, said } = await host.run('api/reconcile', ['--mend', 'a b']);
  expect(code).toBe(1);
  const lines = said.split('\n');
  for (const line of ['--reuid=nobody', '--regid=nogroup', '--clear-groups', '--no-new-privs'])
    expect(lines).toContain(line);
  for (const line of [`${host.folder}/host/server`, 'IMAGE_BUCKET=images', `DATABASE_URL=${DATABASE_URL}`])
    expect(lines).toContain(line);
  expect(said).not.toMatch(/ADMIN_/);
  expect(said).toContain('<reconcile.js><--mend><a b>');
});

test.each([
  ['without being root', '1000', SECRETS, 'sudo /opt/movieflix/reconcile'],
  ['where the API has never started', '0', undefined, 'which the API writes when it starts'],
])('%s it says what to do, and ends with 2', async (_what, user, secrets, sentence) => {
  using host = scriptHost(SETTINGS, { id: `echo ${user}` });
  if (secrets !== undefined) host.write('run/api.env', secrets);
  const { code, said } = await host.run('api/reconcile');
  expect(code).toBe(2);
  expect(said.replaceAll(`"${host.folder}/host"`, '/opt/movieflix')).toContain(sentence);
});
