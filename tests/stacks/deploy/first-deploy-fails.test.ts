import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { DescribeVpcsCommand } from '@aws-sdk/client-ec2';
import { ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runFolder } from '../build/run-folder.ts';
import { samBuild } from '../build/sam-build.ts';
import { type Clients, clientsOf } from '../emulator/clients.ts';
import { type Emulator, startEmulator } from '../emulator/start-emulator.ts';
import { withHalfWrittenRelease } from './changed-build.ts';
import { ANSWERS, DEPLOY_WITHIN_MS } from './deploy-gallery.ts';
import { failuresOf, STACK_NAME, statusOfStacks } from './gallery.ts';
import { type Deploy, samDeployGuided } from './sam-deploy.ts';

let emulator: Emulator;
let clients: Clients;
let deploy: Deploy;

beforeAll(async () => {
  const folder = await mkdtemp(path.join(runFolder(), 'first-'));
  const build = await withHalfWrittenRelease(await samBuild(), path.join(folder, 'build'));
  emulator = await startEmulator();
  clients = clientsOf(emulator);
  deploy = await samDeployGuided(emulator, build, ANSWERS);
}, DEPLOY_WITHIN_MS);
afterAll(() => emulator?.stop());

describe('a first deploy that fails', () => {
  test('says why', async () => {
    expect(deploy.succeeded).toBe(false);
    const failures = await failuresOf(clients.cloudFormation, STACK_NAME);
    expect(failures[0]).toMatch(/^ReleaseStack: .*The release is not whole: web\.tar\.gz/s);
  });

  test('leaves no nested stack behind', async () => {
    expect(await statusOfStacks(clients.cloudFormation)).toEqual({ [STACK_NAME]: 'ROLLBACK_COMPLETE' });
  });

  test('leaves no network, function or bucket behind but that of the logs', async () => {
    const { Vpcs = [] } = await clients.ec2.send(new DescribeVpcsCommand({}));
    expect(Vpcs.filter(({ IsDefault }) => !IsDefault)).toEqual([]);
    expect((await clients.lambda.send(new ListFunctionsCommand({}))).Functions).toEqual([]);
    const { Buckets = [] } = await clients.s3.send(new ListBucketsCommand({}));
    const own = Buckets.map(({ Name = '' }) => Name).filter((name) => !name.startsWith('aws-sam-cli'));
    expect(own).toEqual([expect.stringContaining('logbucket')]);
  });
});
