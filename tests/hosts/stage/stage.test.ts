import { networkInterfaces } from 'node:os';
import {
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2';
import { ChangeResourceRecordSetsCommand, Route53Client } from '@aws-sdk/client-route-53';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWherePossible } from '../../stacks/built/describe-where-possible.ts';
import { DEPLOY_WITHIN_MS, deployGallery } from '../../stacks/deploy/deploy-gallery.ts';
import type { Deployed } from '../../stacks/deploy/deployed.ts';
import { outputOf, resourceOf } from '../../stacks/deploy/gallery.ts';
import { REGION } from '../../stacks/emulator/start-emulator.ts';
import { waitFor } from '../../waiting/wait-for.ts';
import type { Plug } from './network.ts';
import { openStage, type Stage } from './open-stage.ts';
import { ensureStagePrograms, run } from './programs.ts';
import { serveToy, type ToyAnswer } from './toy-server.ts';

const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' };
/** Two checks, ten seconds apart, make a target healthy; three make it unhealthy. */
const CHECKED_WITHIN_MS = 60_000;

await describeWherePossible('the stage', ensureStagePrograms, (ready) => {
  let deployed: Deployed;
  let stage: Stage;
  let web: Plug;
  let otherWeb: Plug;
  let api: Plug;
  let database: Plug;

  const id = (stack: string, logicalId: string) => resourceOf(deployed.gallery, stack, logicalId);
  const plug = (name: string, ...securityGroupIds: string[]) => {
    const subnetId = outputOf(deployed.gallery.nested['NetworkStack'], 'DatabaseSubnet');
    return stage.plugHost(name, { subnetId, securityGroupIds });
  };
  const inside = (namespace: string, ...command: string[]) =>
    run('ip', 'netns', 'exec', namespace, ...command);
  const curl = (namespace: string, ...args: string[]) =>
    inside(
      namespace,
      'curl',
      '--silent',
      '--show-error',
      '--max-time',
      '5',
      '--cacert',
      stage.authority.certificate,
      ...args,
    );
  const statusOf = (namespace: string, url: string) =>
    curl(namespace, '--output', '/dev/null', '--write-out', '%{http_code}', url).catch(() => 'unreachable');
  const ask = async (path: string): Promise<ToyAnswer> =>
    JSON.parse(await curl(stage.world.namespace, `${stage.siteUrl}${path}`));

  beforeAll(async () => {
    await ready;
    deployed = await deployGallery();
    stage = await openStage(deployed);
    web = await plug('web', id('WebStack', 'WebSecurityGroup'));
    otherWeb = await plug('other-web', id('WebStack', 'WebSecurityGroup'));
    api = await plug('api', id('ApiStack', 'ApiSecurityGroup'), id('DatabaseStack', 'ClientSecurityGroup'));
    database = await plug('database', id('DatabaseStack', 'DatabaseSecurityGroup'));
  }, DEPLOY_WITHIN_MS);
  afterAll(async () => {
    await stage?.close();
    await deployed?.emulator.stop();
  });

  test('lets members of the client group reach the database, and no neighbour', async () => {
    const server = serveToy(database, 'database', 5432);
    const url = `http://${database.address}:5432/`;
    await waitFor('the server', async () => (await statusOf(database.namespace, url)) === '200');
    expect(await statusOf(api.namespace, url)).toBe('200');
    expect(await statusOf(web.namespace, url)).toBe('unreachable');
    expect(await statusOf(stage.world.namespace, url)).toBe('unreachable');
    await server.stop();
  });

  test('takes over security groups that were changed', async () => {
    const server = serveToy(api, 'api', 8080);
    const url = `http://${api.address}:8080/`;
    await waitFor('the server', async () => (await statusOf(api.namespace, url)) === '200');
    const [from, to] = [database, api];
    expect(await statusOf(from.namespace, url)).toBe('unreachable');
    const way = { IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080 };
    const peer = (group: string) => ({ IpPermissions: [{ ...way, UserIdGroupPairs: [{ GroupId: group }] }] });
    const [databaseGroup, apiGroup] = [
      id('DatabaseStack', 'DatabaseSecurityGroup'),
      id('ApiStack', 'ApiSecurityGroup'),
    ];
    const { ec2 } = deployed.clients;
    await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId: apiGroup, ...peer(databaseGroup) }));
    await stage.refreshSecurityGroups();
    // The one may hear, but the other may not speak yet.
    expect(await statusOf(from.namespace, url)).toBe('unreachable');
    await ec2.send(new AuthorizeSecurityGroupEgressCommand({ GroupId: databaseGroup, ...peer(apiGroup) }));
    await stage.refreshSecurityGroups();
    expect(await statusOf(from.namespace, url)).toBe('200');
    expect(await statusOf(to.namespace, `http://${database.address}:8080/`)).toBe('unreachable');
    await server.stop();
  });

  test('has no way to the network of the machine', async () => {
    const own = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    const addresses = own
      .filter((each) => each.family === 'IPv4' && !each.internal)
      .map((each) => each.address);
    const port = new URL(deployed.emulator.endpoint).port;
    for (const address of [...addresses, '127.0.0.1'])
      expect(await statusOf(web.namespace, `http://${address}:${port}/_ministack/health`)).toBe(
        'unreachable',
      );
  });

  test("knows Route 53's private names inside of the network, as they are now", async () => {
    const { endpoint } = deployed.emulator;
    const route53 = new Route53Client({ endpoint, region: REGION, credentials: CREDENTIALS });
    const name = 'database.movieflix.internal';
    for (const address of [database.address, web.address]) {
      const ResourceRecordSet = {
        Name: name,
        Type: 'A' as const,
        TTL: 5,
        ResourceRecords: [{ Value: address }],
      };
      const Changes = [{ Action: 'UPSERT' as const, ResourceRecordSet }];
      const HostedZoneId = id('DatabaseStack', 'PrivateZone');
      await route53.send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: { Changes } }));
      const resolve = () => inside(api.namespace, 'getent', 'ahostsv4', name).catch(() => '');
      await waitFor('the record', async () => (await resolve()).startsWith(`${address} `));
    }
    await expect(inside(stage.world.namespace, 'getent', 'hosts', name)).rejects.toThrow();
    await expect(inside(api.namespace, 'getent', 'hosts', 'example.org')).rejects.toThrow();
  });

  test('takes signed requests for AWS, and tells whose they were', async () => {
    const bucket = outputOf(deployed.gallery.nested['ReleaseStack'], 'ReleaseBucket');
    const host = `${bucket}.s3.${REGION}.amazonaws.com`;
    const sign = ['--aws-sigv4', `aws:amz:${REGION}:s3`, '--user', 'test:test'];
    expect(await curl(web.namespace, ...sign, `https://${host}/?prefix=web%2F`)).toContain('<Key>web/');

    const s3 = new S3Client({
      region: REGION,
      credentials: CREDENTIALS,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
    const object = { Bucket: bucket, Key: 'web/presigned' };
    const put = await getSignedUrl(s3, new PutObjectCommand(object));
    await curl(stage.world.namespace, '--fail', '--request', 'PUT', '--data-binary', 'hello', put);
    const get = await getSignedUrl(s3, new GetObjectCommand(object));
    expect(await curl(stage.world.namespace, '--fail', get)).toBe('hello');

    const made = (await stage.calls()).map(({ from, service, action, accessKeyId, status }) =>
      [from, service, action, accessKeyId, status].join(' '),
    );
    expect(made).toEqual(
      expect.arrayContaining([
        `${web.address} s3 ListBucket test 200`,
        `${stage.world.address} s3 PutObject test 200`,
        `${stage.world.address} s3 GetObject test 200`,
      ]),
    );
  });

  test("reaches Debian's archive, and nothing else by its name", async () => {
    const index = await curl(web.namespace, 'http://deb.debian.org/debian/dists/trixie/InRelease');
    expect(index).toContain('Codename: trixie');
    expect(await statusOf(web.namespace, 'http://deb.debian.org/')).toBe('404');
    expect(
      await statusOf(
        web.namespace,
        'http://cdn-aws.deb.debian.org/debian-security/dists/trixie-security/InRelease',
      ),
    ).toBe('200');
  });

  test(
    'sends requests by rule to healthy targets, and drops who dies or is dismissed',
    async () => {
      const webGroup = id('WebStack', 'TargetGroup');
      const apiGroup = id('ApiStack', 'TargetGroup');
      const [first, second] = [serveToy(web, 'web', 80), serveToy(otherWeb, 'other-web', 80)];
      const third = serveToy(api, 'api', 3000);
      const statesOf = async (group: string) =>
        (await stage.balancer.health(group)).map((target) => `${target.id} ${target.state}`).join();
      const becomes = (group: string, states: string) =>
        waitFor(states, async () => (await statesOf(group)) === states, CHECKED_WITHIN_MS);
      await stage.balancer.setTargets(apiGroup, [{ id: 'i-api', address: api.address, port: 3000 }]);
      const targets = [web, otherWeb].map(({ address }, index) => ({
        id: `i-web${index}`,
        address,
        port: 80,
      }));
      await stage.balancer.setTargets(webGroup, targets);
      expect(await statesOf(webGroup)).toBe('i-web0 initial,i-web1 initial');
      await Promise.all([
        becomes(webGroup, 'i-web0 healthy,i-web1 healthy'),
        becomes(apiGroup, 'i-api healthy'),
      ]);

      const answer = await ask('/api/films?page=2');
      expect(answer).toMatchObject({
        name: 'api',
        url: '/api/films?page=2',
        headers: { 'x-forwarded-proto': 'http' },
      });
      expect(answer.headers['x-forwarded-for']).toMatch(new RegExp(`^${stage.world.address}, `));
      expect(new Set([(await ask('/')).name, (await ask('/')).name])).toEqual(new Set(['web', 'other-web']));
      expect((await ask('/films/7?from=mail')).headers).not.toHaveProperty('accept');
      expect(await statusOf(stage.world.namespace, `http://${stage.entrance.name}/`)).toBe('403');

      await first.stop();
      await becomes(webGroup, 'i-web0 unhealthy,i-web1 healthy');
      for (const path of ['/', '/a', '/b']) expect((await ask(path)).name).toBe('other-web');
      const body = `Action=DescribeTargetHealth&Version=2015-12-01&TargetGroupArn=${webGroup}`;
      const health = await curl(
        web.namespace,
        '--data',
        body,
        `https://elasticloadbalancing.${REGION}.amazonaws.com/`,
      );
      expect(health).toContain('<Id>i-web0</Id><Port>80</Port></Target><TargetHealth><State>unhealthy<');

      await stage.balancer.setTargets(webGroup, targets.slice(1));
      await stage.balancer.drained();
      expect(await statesOf(webGroup)).toBe('i-web1 healthy');
      await Promise.all([second.stop(), third.stop()]);
    },
    3 * CHECKED_WITHIN_MS,
  );

  test('leaves nothing behind when it is closed', async () => {
    await stage.close();
    expect(await run('ip', 'netns', 'list')).not.toContain(`movieflix-${process.pid}-`);
  });
});
