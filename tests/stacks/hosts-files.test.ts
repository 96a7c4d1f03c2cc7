import { execFile } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { webappPolicy } from '@movieflix/api-server/webapp/content-policy.ts';
import { CHECKOUT } from '../runner/run-program.ts';
import { hostsOf } from './map/hosts.ts';
import { loadSystem } from './templates/system.ts';
import { ensureDebianPackages } from './tools/debian-packages.ts';

const HOSTS = path.join(CHECKOUT, 'hosts');
const FILES = globSync('**/*', { cwd: HOSTS }).filter((file) => statSync(path.join(HOSTS, file)).isFile());
const SCRIPTS = FILES.filter((file) => read(file).startsWith('#!'));
const UNITS = FILES.filter((file) => file.endsWith('.service') || file.endsWith('.timer'));
const ROLES = { BastionStack: 'bastion', DatabaseStack: 'database', ApiStack: 'api', WebStack: 'web' };

const run = promisify(execFile);

let userData: Record<string, string>;
let folder: string;

beforeAll(async () => {
  await ensureDebianPackages([{ package: 'shellcheck', check: ['shellcheck', '--version'] }]);
  const system = await loadSystem('with a bastion');
  userData = Object.fromEntries(hostsOf(system).map((host) => [host.name.split('/')[0]!, host.userData]));
  folder = mkdtempSync(path.join(tmpdir(), 'movieflix-hosts-'));
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a script', () => {
  test.each(SCRIPTS)('%s stops at its first error and can be run', (file) => {
    expect(read(file)).toMatch(/^#!\/bin\/bash\n(#.*\n)+set -euo pipefail\n/);
    expect(statSync(path.join(HOSTS, file)).mode & 0o777).toBe(0o755);
  });

  test('passes shellcheck', async () => {
    // 1091: the settings are written on the host.
    await shellcheck(
      ['--exclude', 'SC1091'],
      SCRIPTS.map((file) => path.join(HOSTS, file)),
    );
  });
});

describe('user data', () => {
  test.each(Object.entries(ROLES))('of %s gives the scripts all settings they ask for', (stack, role) => {
    const written = [...userData[stack]!.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    const scripts = SCRIPTS.filter((file) => ['base', role].includes(path.dirname(file)));
    const asked = scripts
      .filter((file) => isUsedBy(role, file))
      .flatMap((file) => settingsAskedBy(read(file)));
    expect(asked.filter((name) => !written.includes(name))).toEqual([]);
  });

  test('passes shellcheck', async () => {
    const files = Object.entries(userData).map(([name, text]) => {
      const file = path.join(folder, `${name}.sh`);
      writeFileSync(file, text);
      return file;
    });
    // 2034: attempts are only counted.
    await shellcheck(['--severity', 'warning', '--exclude', 'SC2034'], files);
  });

  test('is of one shape: the same lines but for settings, releases and what they wait for', () => {
    for (const text of Object.values(userData)) {
      expect(text).toMatch(/^#!\/bin\/bash\n.*\nset -euo pipefail\n/);
      expect(text).toMatch(/trap finish EXIT\n[\s\S]*\n\/opt\/movieflix\/install\n$/);
      expect(text.length).toBeLessThan(4096);
    }
  });
});

test('nothing is fetched from elsewhere than Debian and AWS', () => {
  const texts = [...FILES.map(read), ...Object.values(userData)];
  const addresses = texts.flatMap((text) => text.match(/\b(?:https?|ftp|git):\/\/[^\s"'|)]+/g) ?? []);
  const ours =
    /^https?:\/\/(127\.0\.0\.1|\$IMAGE_BUCKET\.s3\.|sqs\.|[a-z0-9-]+\.s3-website|.*\.(amazonaws\.com|cloudfront\.net))/;
  expect(addresses.filter((address) => !ours.test(address))).toEqual([]);
  for (const text of texts)
    expect(text).not.toMatch(/\b(wget|pip3? install|npm (i|install)|apt-key|add-apt-repository)\b/);
});

test('no secret is in user data, only the names of secrets', () => {
  for (const text of Object.values(userData))
    expect(text).not.toMatch(/resolve:secretsmanager|PASSWORD=|DATABASE_URL/);
});

test('nginx sends the content policy that the API sends with the same pages', () => {
  const [, sent] = /add_header Content-Security-Policy "([^"]+)"/.exec(read('web/nginx-site.conf')) ?? [];
  expect(sent).toBe(webappPolicy('IMAGE_ORIGIN'));
});

describe('a unit', () => {
  beforeAll(() => {
    mkdirSync(path.join(folder, 'node/bin'), { recursive: true });
    for (const role of ['base', ...Object.values(ROLES)])
      cpSync(path.join(HOSTS, role), folder, { recursive: true });
    writeFileSync(path.join(folder, 'node/bin/node'), '#!/bin/sh\n');
    chmodSync(path.join(folder, 'node/bin/node'), 0o755);
    for (const unit of UNITS) {
      const text = read(unit).replaceAll('/opt/movieflix', folder).replace('User=postgres', 'User=daemon');
      writeFileSync(path.join(folder, path.basename(unit)), text);
    }
  });

  test('is as systemd wants it', async () => {
    const files = UNITS.map((unit) => path.join(folder, path.basename(unit)));
    const { stderr } = await run('systemd-analyze', [
      'verify',
      '--man=no',
      '--recursive-errors=no',
      ...files,
    ]);
    expect(stderr).toBe('');
  });

  // The scale goes from 0 (confined) to 10. The volume's unit mounts, so it cannot be confined.
  test.each([
    ['movieflix-api.service', 20],
    ['movieflix-journal.service', 30],
    ['movieflix-releases.service', 30],
    ['movieflix-disk.service', 60],
    ['movieflix-backup.service', 30],
  ])('%s is confined (%i of 100 at most)', async (unit, threshold) => {
    const offline = ['security', '--offline=true', '--no-pager', `--threshold=${threshold}`];
    await run('systemd-analyze', [...offline, path.join(folder, unit)]);
  });
});

function read(file: string): string {
  return readFileSync(path.join(HOSTS, file), 'utf8');
}

/** @throws Error with what it found */
async function shellcheck(options: string[], files: string[]): Promise<void> {
  await run('shellcheck', ['--format', 'gcc', ...options, ...files]).catch(({ stdout }) => {
    throw new Error(stdout);
  });
}

/** The bastion stands behind no load balancer and fetches no secret. */
function isUsedBy(role: string, file: string): boolean {
  const only = { 'base/wait-for-load-balancer': ['api', 'web'], 'base/fetch-secret': ['api', 'database'] };
  return only[file as keyof typeof only]?.includes(role) ?? true;
}

/** Upper-case variables that a script uses and does not set itself. */
function settingsAskedBy(script: string): string[] {
  const own = [...script.matchAll(/\b([A-Z][A-Z_]+)=/g)].map(([, name]) => name);
  const shells = ['SECONDS', 'STATE_DIRECTORY'];
  const used = [...script.matchAll(/\$\{?([A-Z][A-Z_]+)/g)].map(([, name]) => name!);
  return used.filter((name) => !own.includes(name) && !shells.includes(name));
}
