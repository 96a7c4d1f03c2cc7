import { beforeAll, describe, expect, test } from '@jest/globals';
import { loadSystem, type Place, PROFILE_NAMES, type System } from '../templates/system.ts';

import { grants, statementsOf } from './grants.ts';

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

  test('have no names of their own, for which CloudFormation would want a further consent', () => {
    for (const place of system.places.filter(({ Type }) => Type.startsWith('AWS::IAM::')))
      for (const name of ['RoleName', 'InstanceProfileName', 'ManagedPolicyName'])
        expect([place.name, place.Properties[name]]).toEqual([place.name, undefined]);
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
