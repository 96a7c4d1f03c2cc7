import { beforeAll, describe, expect, test } from '@jest/globals';
import { loadSystem, type System } from '../templates/system.ts';
import { grants, statementsOf } from './grants.ts';

describe('of all that is there', () => {
  let system: System;
  let images: string;
  beforeAll(async () => {
    system = await loadSystem('with a bastion');
    images = `arn:aws:s3:::${system.stack('StorageStack').outputs['ImageBucket']}`;
  });

  const onBuckets = (role: string) => grants(system.place(role)).filter((grant) => grant.startsWith('s3:'));

  test('the resize function reads originals and writes renditions', () => {
    expect(onBuckets('StorageStack/ResizeRole')).toEqual([
      `s3:GetObject ${images}/originals/*`,
      `s3:ListBucket ${images}`,
      `s3:PutObject ${images}/renditions/*`,
    ]);
  });

  test('the API signs uploads of originals and reads their older versions, and cannot write a rendition or delete a version', () => {
    const own = onBuckets('ApiStack/Role').filter((grant) => grant.includes(images));
    expect(own).toEqual(
      [
        `s3:AbortMultipartUpload ${images}/originals/*`,
        `s3:DeleteObject ${images}/originals/*`,
        `s3:DeleteObject ${images}/renditions/*`,
        `s3:GetObject ${images}/originals/*`,
        `s3:GetObject ${images}/renditions/*`,
        `s3:GetObjectVersion ${images}/originals/*`,
        `s3:ListBucket ${images}`,
        `s3:ListBucketVersions ${images}`,
        `s3:ListMultipartUploadParts ${images}/originals/*`,
        `s3:PutObject ${images}/originals/*`,
      ].sort(),
    );
  });

  test('each host reads its own release and no other', () => {
    const releases = `arn:aws:s3:::${system.stack('ReleaseStack').outputs['ReleaseBucket']}`;
    const read = (role: string) => onBuckets(role).filter((grant) => grant.includes(releases));
    expect(read('WebStack/Role')).toEqual([`s3:GetObject ${releases}/web/*`, `s3:ListBucket ${releases}`]);
    const list = statementsOf(system.place('WebStack/Role')).find(({ Action }) => Action === 's3:ListBucket');
    expect(list!.Condition).toEqual({ StringEquals: { 's3:prefix': 'web/' } });
    expect(read('DatabaseStack/Role')).toEqual([`s3:GetObject ${releases}/database/*`]);
    expect(read('BastionStack/Role')).toEqual([`s3:GetObject ${releases}/bastion/*`]);
    expect(read('ApiStack/Role')).toEqual([
      `s3:GetObject ${releases}/api/*`,
      `s3:GetObject ${releases}/node/*`,
    ]);
  });

  test('web servers and the bastion reach no picture, secret, queue or function', () => {
    for (const role of ['WebStack/Role', 'BastionStack/Role'])
      for (const grant of grants(system.place(role)))
        expect(grant).not.toMatch(/^(secretsmanager|sqs|lambda):|:images-|backup/);
  });

  test('secrets are read by the API, and by the database host its own', () => {
    const readers = system
      .ofType('AWS::IAM::Role')
      .flatMap((role) => grants(role).map((grant) => `${role.name} ${grant}`))
      .filter((grant) => grant.includes(' secretsmanager:'));
    const [password, admin] = ['DatabaseStack/Password', 'ApiStack/AdminPassword'].map((name) =>
      system.idOf(system.place(name)),
    );
    expect(readers.sort()).toEqual([
      `ApiStack/Role secretsmanager:GetSecretValue ${admin}`,
      `ApiStack/Role secretsmanager:GetSecretValue ${password}`,
      `DatabaseStack/Role secretsmanager:GetSecretValue ${password}`,
    ]);
  });

  test("only the database host reaches backups, and only its own group's hosts take the volume", () => {
    const backups = `arn:aws:s3:::${system.stack('DatabaseStack').outputs['BackupBucket']}`;
    const readers = system
      .ofType('AWS::IAM::Role')
      .filter((role) => grants(role).some((grant) => grant.includes(backups)));
    expect(readers.map((role) => role.name)).toEqual(['DatabaseStack/Role']);
    const attach = statementsOf(system.place('DatabaseStack/Role')).filter(({ Action }) =>
      [Action].flat().includes('ec2:AttachVolume'),
    );
    const volume = system.idOf(system.place('DatabaseStack/Volume'));
    for (const { Resource, Condition } of attach)
      expect([Resource, Condition]).toEqual(
        String(Resource).includes(':instance/')
          ? [Resource, { StringEquals: { 'aws:ResourceTag/aws:autoscaling:groupName': expect.any(String) } }]
          : [expect.stringMatching(new RegExp(`:volume/${volume}$`)), undefined],
      );
  });
});
