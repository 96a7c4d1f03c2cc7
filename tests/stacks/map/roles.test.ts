import { beforeAll, describe, expect, test } from '@jest/globals';
import { loadSystem, type Place, PROFILE_NAMES, type System } from '../templates/system.ts';

interface Statement {
  Effect: string;
  Action: string | string[];
  NotAction?: unknown;
  NotResource?: unknown;
  Resource: string | string[];
  Condition?: Record<string, Record<string, unknown>>;
}

/** Actions for which AWS knows no resource, after the service authorization reference; why each is needed. */
const WITHOUT_RESOURCE: Record<string, string> = {
  'cloudwatch:PutMetricData': 'the database host reports how full its disk is',
  'elasticloadbalancing:DescribeTargetHealth': 'a host waits until the load balancer finds it healthy',
  'ssmmessages:CreateControlChannel': 'Session Manager instead of SSH',
  'ssmmessages:CreateDataChannel': 'Session Manager instead of SSH',
  'ssmmessages:OpenControlChannel': 'Session Manager instead of SSH',
  'ssmmessages:OpenDataChannel': 'Session Manager instead of SSH',
  'xray:PutTelemetryRecords': 'traces of the resize function',
  'xray:PutTraceSegments': 'traces of the resize function',
};

/** Policies of AWS that a role may take, since AWS keeps them in step with its own service. */
const MANAGED = ['arn:aws:iam::aws:policy/service-role/AWSDataLifecycleManagerServiceRole'];

function statementsOf(role: Place): Statement[] {
  return (role.Properties['Policies'] ?? []).flatMap(
    (policy: { PolicyDocument: { Statement: Statement[] } }) => policy.PolicyDocument.Statement,
  );
}

/** What a role may do, as 'action resource'. */
function grants(role: Place): string[] {
  return statementsOf(role)
    .flatMap(({ Action, Resource }) =>
      [Action].flat().flatMap((action) => [Resource].flat().map((on) => `${action} ${on}`)),
    )
    .sort();
}

describe.each(PROFILE_NAMES)('roles, %s', (profile) => {
  let system: System;
  let roles: Place[];
  beforeAll(async () => {
    system = await loadSystem(profile);
    roles = system.ofType('AWS::IAM::Role');
  });

  test('are one for each part, and all that is granted stands in them', () => {
    const parts = [
      'ApiStack/Role',
      'DatabaseStack/Role',
      'DatabaseStack/SnapshotRole',
      'NetworkStack/FlowLogRole',
      'ReleaseStack/PublishRole',
      'StorageStack/ResizeRole',
      'WebStack/Role',
    ];
    if (profile === 'with a bastion') parts.push('BastionStack/Role');
    expect(roles.map((role) => role.name).sort()).toEqual(parts.sort());
    for (const type of ['Policy', 'RolePolicy', 'ManagedPolicy', 'User', 'Group', 'UserPolicy', 'AccessKey'])
      expect(system.ofType(`AWS::IAM::${type}`)).toEqual([]);
  });

  test('are each assumed by one service, and by nobody of another account', () => {
    for (const role of roles) {
      const { Statement } = role.Properties['AssumeRolePolicyDocument'];
      expect(Statement).toHaveLength(1);
      expect(Statement[0]).toMatchObject({ Effect: 'Allow', Action: 'sts:AssumeRole' });
      expect(Statement[0].Principal).toEqual({
        Service: expect.stringMatching(/^[a-z0-9-]+\.amazonaws\.com$/),
      });
    }
  });

  test('name every action in full', () => {
    for (const role of roles)
      for (const { Effect, Action, NotAction, NotResource } of statementsOf(role)) {
        expect([role.name, Effect, NotAction, NotResource]).toEqual([
          role.name,
          'Allow',
          undefined,
          undefined,
        ]);
        for (const action of [Action].flat()) expect(action).toMatch(/^[a-z0-9]+:[A-Za-z0-9]+$/);
      }
  });

  test('name a resource wherever AWS knows one', () => {
    const everywhere = roles.flatMap((role) =>
      statementsOf(role)
        .filter(({ Resource }) =>
          [Resource].flat().some((resource) => /^(\*|arn:aws:\*|arn:aws:[a-z0-9]+:\*)/.test(resource)),
        )
        .flatMap(({ Action }) => Action),
    );
    expect(everywhere.filter((action) => WITHOUT_RESOURCE[action] === undefined)).toEqual([]);
  });

  test('reach objects of the buckets that are theirs, and no bucket as a whole class', () => {
    for (const role of roles)
      for (const grant of grants(role).filter((each) => each.startsWith('s3:')))
        expect([role.name, grant]).toEqual([role.name, expect.not.stringMatching(/ (\*|arn:aws:s3:::\*)/)]);
  });

  test('take no policy of AWS that grants more than its part needs', () => {
    for (const role of roles)
      for (const arn of role.Properties['ManagedPolicyArns'] ?? [])
        expect([role.name, MANAGED]).toEqual([role.name, expect.arrayContaining([arn])]);
  });

  test('use the key only through the services that hold what it encrypts', () => {
    for (const role of roles.filter(({ name }) => name !== 'StorageStack/ResizeRole'))
      for (const { Action, Condition } of statementsOf(role))
        if ([Action].flat().some((action) => action.startsWith('kms:')))
          expect([role.name, Condition]).toEqual([
            role.name,
            expect.objectContaining({ StringEquals: { 'kms:ViaService': expect.anything() } }),
          ]);
  });
});

describe('in particular', () => {
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

  test('the API signs uploads of originals, and cannot write a rendition', () => {
    const own = onBuckets('ApiStack/Role').filter((grant) => grant.includes(images));
    expect(own).toEqual(
      [
        `s3:AbortMultipartUpload ${images}/originals/*`,
        `s3:DeleteObject ${images}/originals/*`,
        `s3:DeleteObject ${images}/renditions/*`,
        `s3:GetObject ${images}/originals/*`,
        `s3:GetObject ${images}/renditions/*`,
        `s3:ListBucket ${images}`,
        `s3:ListMultipartUploadParts ${images}/originals/*`,
        `s3:PutObject ${images}/originals/*`,
      ].sort(),
    );
  });

  test('each host reads its own release and no other', () => {
    const releases = `arn:aws:s3:::${system.stack('ReleaseStack').outputs['ReleaseBucket']}`;
    const read = (role: string) => onBuckets(role).filter((grant) => grant.includes(releases));
    expect(read('WebStack/Role')).toEqual([`s3:GetObject ${releases}/web/*`]);
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
