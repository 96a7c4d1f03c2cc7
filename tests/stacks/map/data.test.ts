import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  loadSystem,
  loadTemplates,
  makeSystem,
  type Place,
  PROFILE_NAMES,
  type System,
} from '../templates/system.ts';

/** What must be there after the stack is gone. */
const KEPT = [
  'DatabaseStack/BackupBucket',
  'KeysStack/Key',
  'LogsStack/LogBucket',
  'StorageStack/ImageBucket',
];

/** Types that hold something which would be missed, or has to be thrown away on purpose. */
const HOLDS_DATA = [
  'AWS::EC2::Volume',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::SQS::Queue',
  'AWS::SecretsManager::Secret',
];

describe.each(PROFILE_NAMES)('data, %s', (profile) => {
  let system: System;
  let holders: Place[];
  beforeAll(async () => {
    system = await loadSystem(profile);
    holders = system.places.filter((place) => HOLDS_DATA.includes(place.Type));
  });

  test('is either kept or given up on purpose, at deletion and at replacement alike', () => {
    for (const { name, DeletionPolicy, UpdateReplacePolicy } of holders) {
      const expected = KEPT.includes(name)
        ? 'Retain'
        : name === 'DatabaseStack/Volume'
          ? 'Snapshot'
          : 'Delete';
      // What a failed first deploy made is empty, and may go with it.
      const deletion = String(DeletionPolicy).replace('RetainExceptOnCreate', 'Retain');
      expect([name, deletion, UpdateReplacePolicy]).toEqual([name, expected, expected]);
    }
  });

  test('that is kept keeps the policy of its bucket too', () => {
    for (const policy of system.ofType('AWS::S3::BucketPolicy')) {
      const bucket = system.withId(policy.Properties['Bucket']);
      const policies = [policy.DeletionPolicy, policy.UpdateReplacePolicy];
      if (KEPT.includes(bucket.name))
        expect([policy.name, ...policies]).toEqual([policy.name, expect.stringMatching(/^Retain/), 'Retain']);
      else expect([policy.name, policies.includes('Retain')]).toEqual([policy.name, false]);
    }
  });

  test('is encrypted with the one key, but where AWS or the world could not read it then', () => {
    const key = system.stack('KeysStack').outputs['Key'];
    const keyOf: Record<string, (properties: Place['Properties']) => unknown> = {
      'AWS::EC2::Volume': ({ KmsKeyId, Encrypted }) => Encrypted && KmsKeyId,
      'AWS::Logs::LogGroup': ({ KmsKeyId }) => KmsKeyId,
      'AWS::S3::Bucket': ({ BucketEncryption }) => {
        const { SSEAlgorithm, KMSMasterKeyID } =
          BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault;
        return KMSMasterKeyID ?? SSEAlgorithm;
      },
      'AWS::SNS::Topic': ({ KmsMasterKeyId }) => KmsMasterKeyId,
      'AWS::SQS::Queue': ({ KmsMasterKeyId }) => KmsMasterKeyId,
      'AWS::SecretsManager::Secret': ({ KmsKeyId }) => KmsKeyId,
    };
    const encrypted = system.places.filter((place) => keyOf[place.Type]);
    expect(encrypted.length).toBeGreaterThan(15);
    const id = String(key).split('/').at(-1);
    for (const place of encrypted) {
      const plain = ['LogsStack/LogBucket', 'StorageStack/WebsiteBucket'].includes(place.name);
      expect([place.name, keyOf[place.Type]!(place.Properties)]).toEqual([
        place.name,
        plain ? 'AES256' : expect.stringMatching(new RegExp(`${id}$`)),
      ]);
    }
  });

  test('secrets are generated, long, and in no parameter, output or description', () => {
    for (const { Properties } of system.ofType('AWS::SecretsManager::Secret')) {
      expect(Properties).not.toHaveProperty('SecretString');
      expect(Properties['GenerateSecretString'].PasswordLength).toBeGreaterThanOrEqual(24);
    }
    const stacks = [system.root, ...Object.values(system.root.stacks)];
    for (const { path, outputs, parameters } of stacks)
      for (const value of [...Object.values(outputs), ...Object.values(parameters)])
        expect([path, String(value)]).toEqual([
          path,
          expect.not.stringContaining('{{resolve:secretsmanager'),
        ]);
  });

  test('logs are kept as long as the operator says', () => {
    for (const { name, Properties } of system.ofType('AWS::Logs::LogGroup'))
      expect([name, String(Properties['RetentionInDays'])]).toEqual([
        name,
        system.root.parameters['LogRetentionInDays'],
      ]);
    const functions = system.ofType('AWS::Lambda::Function');
    for (const { Properties } of functions)
      expect(system.withId(Properties['LoggingConfig'].LogGroup).Type).toBe('AWS::Logs::LogGroup');
  });
});

describe('the database', () => {
  let system: System;
  beforeAll(async () => {
    system = await loadSystem('default');
  });

  test('has daily snapshots of its volume', () => {
    const [policy] = system.ofType('AWS::DLM::LifecyclePolicy');
    const { State, PolicyDetails } = policy!.Properties;
    expect(State).toBe('ENABLED');
    const tags = system.place('DatabaseStack/Volume').Properties['Tags'];
    expect(tags).toEqual(expect.arrayContaining(PolicyDetails.TargetTags));
    const [schedule] = PolicyDetails.Schedules;
    expect(schedule.CreateRule).toMatchObject({ Interval: 24, IntervalUnit: 'HOURS' });
    expect(schedule.RetainRule.Count).toBeGreaterThanOrEqual(7);
  });

  test.each(['a', 'b'])('has its host and its volume in zone %s together', async (zone) => {
    const placed = makeSystem(await loadTemplates(), 'default', { DatabaseZone: zone });
    const subnet = placed.place(`NetworkStack/PrivateSubnet${zone.toUpperCase()}`);
    const group = placed.place('DatabaseStack/AutoScalingGroup').Properties['VPCZoneIdentifier'];
    expect(group).toEqual([placed.idOf(subnet)]);
    const volume = placed.place('DatabaseStack/Volume').Properties['AvailabilityZone'];
    expect(volume).toMatch(new RegExp(`privatesubnet${zone}\\.availabilityzone$`));
  });

  test('has its volume named in its host, which CloudFormation therefore ends first', () => {
    const { UserData } = system.place('DatabaseStack/LaunchTemplate').Properties['LaunchTemplateData'];
    const volume = system.idOf(system.place('DatabaseStack/Volume'));
    expect(Buffer.from(UserData, 'base64').toString()).toContain(`VOLUME=${volume}\n`);
  });
});

describe('the key', () => {
  test('turns every year, and is lent only to services of this account', async () => {
    const { EnableKeyRotation, KeyPolicy } = (await loadSystem()).place('KeysStack/Key').Properties;
    expect(EnableKeyRotation).toBe(true);
    for (const { Effect, Principal, Action, Condition } of KeyPolicy.Statement.filter(
      (each: { Effect: string }) => each.Effect === 'Allow',
    )) {
      expect(Effect).toBe('Allow');
      expect([Action].flat().filter((action: string) => action.includes('*'))).toEqual([]);
      if (Principal.AWS) expect(Principal.AWS).toBe('arn:aws:iam::111122223333:root');
      else expect(JSON.stringify(Condition)).toContain('111122223333');
    }
  });
});
