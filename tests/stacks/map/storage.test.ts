import { S3Client } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createPresign } from '@movieflix/api-server/storage/presign.ts';
import { type PresignedUpload, presignOriginal } from '@movieflix/api-server/storage/upload-urls.ts';
import { loadSystem, type Place, type System } from '../templates/system.ts';

interface Statement {
  Effect: string;
  Principal?: unknown;
  Action?: string | string[];
  NotAction?: string | string[];
  Resource: string | string[];
  Condition?: Record<string, Record<string, unknown>>;
}

const IMAGES = 'StorageStack/ImageBucket';
const WEBSITE = 'StorageStack/WebsiteBucket';

function statementsOf(system: System, bucket: Place): Statement[] {
  return system
    .ofType('AWS::S3::BucketPolicy')
    .filter((policy) => system.withId(policy.Properties['Bucket']) === bucket)
    .flatMap((policy) => policy.Properties['PolicyDocument'].Statement);
}

/** Whether the policy refuses everything but the named actions when it comes without TLS. */
function wantsTls(system: System, bucket: Place, except: string[] = []): boolean {
  const arn = `arn:aws:s3:::${system.idOf(bucket)}`;
  return statementsOf(system, bucket).some(
    ({ Effect, Principal, Action, NotAction, Resource, Condition }) => {
      const all = except.length === 0 ? Action === 's3:*' : [NotAction].flat().join() === except.join();
      const whole = [arn, `${arn}/*`].every((each) => [Resource].flat().includes(each));
      return (
        Effect === 'Deny' &&
        Principal === '*' &&
        all &&
        whole &&
        Condition?.['Bool']?.['aws:SecureTransport'] === 'false'
      );
    },
  );
}

function allowsTheWorld({ Effect, Principal }: Statement): boolean {
  const principal = Principal as { AWS?: string } | string;
  return (
    Effect === 'Allow' && (principal === '*' || (typeof principal === 'object' && principal.AWS === '*'))
  );
}

function presignedUpload(): Promise<PresignedUpload> {
  const credentials = async () => ({ accessKeyId: 'key', secretAccessKey: 'secret' });
  const client = new S3Client({ region: 'eu-central-1', credentials });
  const presign = createPresign({ origin: 'https://images.example', pathPrefix: '', region: 'eu-central-1' });
  const original = { imageId: 'id', contentType: 'image/jpeg', bytes: 1, sha256: Buffer.alloc(32) };
  return presignOriginal(
    { name: 'images', origin: 'https://images.example', client, presign },
    { ...original, ownerId: 'owner', filename: 'harbour.jpg' },
    new Date(),
  );
}

let system: System;
beforeAll(async () => {
  system = await loadSystem('default');
});

describe('every bucket', () => {
  test('is one of images, website, releases, backups and logs', () => {
    expect(
      system
        .ofType('AWS::S3::Bucket')
        .map((bucket) => bucket.name)
        .sort(),
    ).toEqual([
      'DatabaseStack/BackupBucket',
      'LogsStack/LogBucket',
      'ReleaseStack/ReleaseBucket',
      IMAGES,
      WEBSITE,
    ]);
  });

  test('is closed to the public, but the website', () => {
    for (const bucket of system.ofType('AWS::S3::Bucket').filter(({ name }) => name !== WEBSITE)) {
      expect([bucket.name, bucket.Properties['PublicAccessBlockConfiguration']]).toEqual([
        bucket.name,
        {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      ]);
      expect(statementsOf(system, bucket).filter(allowsTheWorld)).toEqual([]);
    }
  });

  test('wants TLS for everything, the website for all but reading', () => {
    for (const bucket of system.ofType('AWS::S3::Bucket')) {
      const except = bucket.name === WEBSITE ? ['s3:GetObject'] : [];
      expect([bucket.name, wantsTls(system, bucket, except)]).toEqual([bucket.name, true]);
    }
  });

  test('belongs to its owner with all that is in it, and forgets what is no longer needed', () => {
    for (const { name, Properties } of system.ofType('AWS::S3::Bucket')) {
      const owner = name === 'LogsStack/LogBucket' ? 'BucketOwnerPreferred' : 'BucketOwnerEnforced';
      expect([name, Properties['OwnershipControls'].Rules]).toEqual([name, [{ ObjectOwnership: owner }]]);
      const rules = Properties['LifecycleConfiguration'].Rules as Record<string, unknown>[];
      for (const rule of rules) expect([name, rule['Status']]).toEqual([name, 'Enabled']);
      expect([name, rules.some((rule) => 'AbortIncompleteMultipartUpload' in rule)]).toEqual([name, true]);
      expect([name, rules.some((rule) => 'NoncurrentVersionExpiration' in rule)]).toEqual([name, true]);
    }
  });
});

describe('the image bucket', () => {
  let bucket: Place;
  beforeAll(() => {
    bucket = system.place(IMAGES);
  });

  test('invokes the resize function for originals alone', () => {
    const { LambdaConfigurations, QueueConfigurations, TopicConfigurations } =
      bucket.Properties['NotificationConfiguration'];
    expect([QueueConfigurations, TopicConfigurations]).toEqual([undefined, undefined]);
    expect(LambdaConfigurations).toHaveLength(1);
    const [{ Event, Function: target, Filter }] = LambdaConfigurations;
    expect(Event).toBe('s3:ObjectCreated:*');
    expect(system.withId(target).name).toBe('StorageStack/ResizeFunction');
    expect(Filter.S3Key.Rules).toEqual([{ Name: 'prefix', Value: 'originals/' }]);
  });

  test('is the only one that may invoke it, and is made only when it may', () => {
    const [permission, ...others] = system
      .ofType('AWS::Lambda::Permission')
      .filter((each) => each.Properties['Principal'] === 's3.amazonaws.com');
    expect(others).toEqual([]);
    expect(permission!.Properties).toMatchObject({
      Action: 'lambda:InvokeFunction',
      SourceArn: `arn:aws:s3:::${system.idOf(bucket)}`,
      SourceAccount: '111122223333',
    });
    expect([bucket.DependsOn].flat()).toContain(permission!.logicalId);
  });

  test('keeps versions, so that an original that was deleted can be had back', () => {
    expect(bucket.Properties['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
    const rules = bucket.Properties['LifecycleConfiguration'].Rules as {
      Prefix?: string;
      ExpirationInDays?: number;
    }[];
    expect(rules.filter((rule) => 'ExpirationInDays' in rule || 'ExpirationDate' in rule)).toEqual([]);
  });

  test('lets only pages of the site and of the website upload', () => {
    const [rule, ...others] = bucket.Properties['CorsConfiguration'].CorsRules;
    expect(others).toEqual([]);
    const { SiteUrl, WebsiteUrl } = system.root.outputs;
    expect(rule.AllowedOrigins).toEqual([SiteUrl, WebsiteUrl]);
    expect(rule.AllowedMethods).toEqual(['GET', 'PUT']);
  });

  test('lets them send the headers that the API signs, and no others', async () => {
    const [rule] = bucket.Properties['CorsConfiguration'].CorsRules;
    const { headers } = await presignedUpload();
    expect([...rule.AllowedHeaders].sort()).toEqual(Object.keys(headers).sort());
  });
});

describe('the website bucket', () => {
  test('serves index.html and error.html', () => {
    expect(system.place(WEBSITE).Properties['WebsiteConfiguration']).toEqual({
      IndexDocument: 'index.html',
      ErrorDocument: 'error.html',
    });
  });

  test('may be read by the world, object by object, and nothing else', () => {
    const bucket = system.place(WEBSITE);
    const open = statementsOf(system, bucket).filter(allowsTheWorld);
    expect(open).toHaveLength(1);
    expect([open[0]!.Action].flat()).toEqual(['s3:GetObject']);
    expect([open[0]!.Resource].flat()).toEqual([`arn:aws:s3:::${system.idOf(bucket)}/*`]);
    const { BlockPublicPolicy, BlockPublicAcls } = bucket.Properties['PublicAccessBlockConfiguration'];
    expect({ BlockPublicPolicy, BlockPublicAcls }).toEqual({
      BlockPublicPolicy: false,
      BlockPublicAcls: true,
    });
  });

  test('is filled by the publisher with the release that the hosts run, and tells pages where the API is', () => {
    const [website] = system.ofType('Custom::Website');
    const { ServiceToken, Bucket, ApiUrl, Release } = website!.Properties;
    expect(system.withId(ServiceToken).name).toBe('ReleaseStack/PublishFunction');
    expect(system.withId(Bucket).name).toBe(WEBSITE);
    expect(ApiUrl).toBe(`${system.root.outputs['SiteUrl']}/api`);
    expect(Release).toBe(system.stack('ReleaseStack').outputs['Release']);
    // At deletion the publisher empties the bucket, for which its policy must still stand.
    expect([website!.DependsOn].flat()).toContain('WebsiteBucketPolicy');
  });
});
