import { beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '@movieflix/api-server/config.ts';
import { email } from '@movieflix/api-server/users/user.schema.ts';
import fc from 'fast-check';
import { ROOT } from '../templates/read-templates.ts';
import { loadSystem, loadTemplates, makeSystem, type System } from '../templates/system.ts';
import { hostsOf } from './hosts.ts';

/** What the service fetches itself before it starts (hosts/api/fetch-api-secrets). */
const SECRETS = { DATABASE_URL: 'postgresql://of-the-secret', ADMIN_PASSWORD: 'of-the-secret' };

/** The settings that user data writes, as systemd reads them. */
function settingsOf(system: System): Record<string, string> {
  const { userData } = hostsOf(system).find(({ name }) => name.startsWith('ApiStack'))!;
  const [, lines = ''] = /<<'SETTINGS'\n(.*?)\nSETTINGS\n/s.exec(userData) ?? [];
  const pairs = lines.split('\n').map((line) => /^(\w+)=(['"]?)(.*)\2$/.exec(line)!);
  return Object.fromEntries(pairs.map(([, name, , value]) => [name, value]));
}

describe('the API finds in the settings of its host', () => {
  let system: System;
  beforeAll(async () => {
    system = await loadSystem('default');
  });

  test('all it needs to start, and what the stacks made', () => {
    const config = readConfig({ ...settingsOf(system), ...SECRETS });
    const { ImageBucket, ResultsQueue, ResizeFunction, WebsiteUrl } = system.stack('StorageStack').outputs;
    expect(config).toMatchObject({
      port: 3000,
      imageBucket: ImageBucket,
      resultsQueueUrl: ResultsQueue,
      resizeFunctionName: ResizeFunction,
      region: 'eu-central-1',
      endpointUrl: undefined,
      isSignUpOpen: true,
      isFirstMemberAdmin: false,
      firstAdmin: { email: 'ada@example.org' },
    });
    expect(config.allowedOrigins).toContain(WebsiteUrl);
  });

  test('as many proxies as stand before it', async () => {
    const proxies = async (profile: 'default' | 'certificate' | 'without HTTPS') =>
      readConfig({ ...settingsOf(await loadSystem(profile)), ...SECRETS }).trustedProxies;
    expect([await proxies('default'), await proxies('certificate'), await proxies('without HTTPS')]).toEqual([
      2, 1, 1,
    ]);
  });

  test('that nobody signs up, where the operator says so', async () => {
    const closed = makeSystem(await loadTemplates(), 'default', { SignUp: 'closed' });
    expect(readConfig({ ...settingsOf(closed), ...SECRETS }).isSignUpOpen).toBe(false);
  });

  test('whether to bring samples in, which it does unless the operator says otherwise', async () => {
    const without = makeSystem(await loadTemplates(), 'default', { SampleContent: 'off' });
    const brings = (each: System) => readConfig({ ...settingsOf(each), ...SECRETS }).bringsSamples;
    expect([brings(system), brings(without)]).toEqual([true, false]);
  });

  test('the port that the load balancer asks', () => {
    const { port } = readConfig({ ...settingsOf(system), ...SECRETS });
    expect(system.place('ApiStack/TargetGroup').Properties['Port']).toBe(port);
  });
});

test('an address that the template takes is one that the API takes, and a shell too', async () => {
  const { AllowedPattern, MaxLength } = (await loadTemplates()).source[ROOT]!.Parameters!['AdminEmail']!;
  const addresses = fc
    .stringMatching(new RegExp(AllowedPattern!))
    .filter((each) => each.length <= Number(MaxLength ?? 254));
  fc.assert(
    fc.property(addresses, (address) => {
      expect(email.validate(address).error).toBeUndefined();
      expect(address).toMatch(/^[\w.%+@-]+$/);
    }),
    { numRuns: 300 },
  );
});
