import { GetRolePolicyCommand } from '@aws-sdk/client-iam';
import { GetFunctionConfigurationCommand, GetFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda';
import {
  GetBucketCorsCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetBucketWebsiteCommand,
  GetPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { describe, expect, test } from '@jest/globals';
import type { Deployed } from './deployed.ts';
import { outputOf, resourceOf } from './gallery.ts';

/** What S3, Lambda, SQS and IAM say of the image bucket and what stands around it. */
export function describeStorage(deployed: () => Deployed): void {
  const output = (name: string) => outputOf(deployed().gallery.nested['StorageStack'], name);
  const images = () => ({ Bucket: output('ImageBucket') });
  const website = () => ({ Bucket: output('WebsiteBucket') });
  const key = () => outputOf(deployed().gallery.nested['KeysStack'], 'Key');

  async function policyOf(bucket: { Bucket: string }): Promise<Statement[]> {
    const { Policy = '' } = await deployed().clients.s3.send(new GetBucketPolicyCommand(bucket));
    return JSON.parse(Policy).Statement;
  }

  describe('the image bucket', () => {
    test('is private, versioned and encrypted with the key of the gallery', async () => {
      const { s3 } = deployed().clients;
      const access = await s3.send(new GetPublicAccessBlockCommand(images()));
      expect(Object.values(access.PublicAccessBlockConfiguration ?? {})).toEqual([true, true, true, true]);
      expect((await s3.send(new GetBucketVersioningCommand(images()))).Status).toBe('Enabled');
      const { ServerSideEncryptionConfiguration } = await s3.send(new GetBucketEncryptionCommand(images()));
      expect(ServerSideEncryptionConfiguration?.Rules).toMatchObject([
        { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key() } },
      ]);
    });

    test('gives up what was never finished, and keeps originals', async () => {
      const { s3 } = deployed().clients;
      const { Rules = [] } = await s3.send(new GetBucketLifecycleConfigurationCommand(images()));
      expect(Rules.some((rule) => rule.AbortIncompleteMultipartUpload)).toBe(true);
      expect(Rules.filter((rule) => rule.Expiration?.Days)).toEqual([]);
    });

    test('admits uploads from pages of the site and of the website, and from no other', async () => {
      const { CORSRules = [] } = await deployed().clients.s3.send(new GetBucketCorsCommand(images()));
      expect(CORSRules).toMatchObject([
        {
          AllowedMethods: ['GET', 'PUT'],
          AllowedOrigins: [outputOf(deployed().gallery.root, 'SiteUrl'), output('WebsiteUrl')],
        },
      ]);
    });

    test('invokes the resize function for originals alone', async () => {
      const command = new GetBucketNotificationConfigurationCommand(images());
      const { LambdaFunctionConfigurations = [] } = await deployed().clients.s3.send(command);
      expect(LambdaFunctionConfigurations).toMatchObject([
        {
          LambdaFunctionArn: output('ResizeFunctionArn'),
          Events: ['s3:ObjectCreated:*'],
          Filter: { Key: { FilterRules: [{ Value: 'originals/' }] } },
        },
      ]);
    });

    test('refuses whoever comes without TLS', async () => {
      const [statement] = (await policyOf(images())).filter((each) => each.Effect === 'Deny');
      expect(statement).toMatchObject({ Principal: '*', Action: 's3:*' });
      expect(String(statement?.Condition?.Bool?.['aws:SecureTransport'])).toBe('false');
    });
  });

  describe('the website bucket', () => {
    test('is a static website with index.html and error.html', async () => {
      const answer = await deployed().clients.s3.send(new GetBucketWebsiteCommand(website()));
      expect(answer.IndexDocument?.Suffix).toBe('index.html');
      expect(answer.ErrorDocument?.Key).toBe('error.html');
    });

    test('lets the world read objects and do nothing else', async () => {
      const open = (await policyOf(website())).filter(
        (each) => each.Effect === 'Allow' && each.Principal === '*',
      );
      expect(open).toMatchObject([
        { Action: 's3:GetObject', Resource: `arn:aws:s3:::${website().Bucket}/*` },
      ]);
    });
  });

  describe('the resize function', () => {
    test('runs on Node 24 for the chosen processor, with sharp in a layer', async () => {
      const command = new GetFunctionConfigurationCommand({ FunctionName: output('ResizeFunction') });
      const found = await deployed().clients.lambda.send(command);
      expect(found).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], MemorySize: 1769 });
      expect(found.Layers).toHaveLength(1);
    });

    test('sends results and failures to the one results queue', async () => {
      const command = new GetFunctionEventInvokeConfigCommand({
        FunctionName: output('ResizeFunction'),
        Qualifier: '$LATEST',
      });
      const { DestinationConfig } = await deployed().clients.lambda.send(command);
      const queue = { Destination: output('ResultsQueueArn') };
      expect(DestinationConfig).toEqual({ OnSuccess: queue, OnFailure: queue });
    });

    test('may read originals and write renditions, and nothing else in S3', async () => {
      const command = new GetRolePolicyCommand({
        RoleName: resourceOf(deployed().gallery, 'StorageStack', 'ResizeRole'),
        PolicyName: 'ResizePictures',
      });
      const { PolicyDocument = '' } = await deployed().clients.iam.send(command);
      const statements: Statement[] = JSON.parse(decodeURIComponent(PolicyDocument)).Statement;
      const objects = statements.filter((each) => /^s3:(Get|Put)/.test(String(each.Action)));
      const bucket = `arn:aws:s3:::${images().Bucket}`;
      expect(objects.map(({ Action, Resource }) => [Action, Resource])).toEqual([
        ['s3:GetObject', `${bucket}/originals/*`],
        ['s3:PutObject', `${bucket}/renditions/*`],
      ]);
    });
  });

  test('the results queue keeps what cannot be taken in the dead-letter queue', async () => {
    const command = new GetQueueAttributesCommand({
      QueueUrl: output('ResultsQueue'),
      AttributeNames: ['All'],
    });
    const { Attributes } = await deployed().clients.sqs.send(command);
    const { deadLetterTargetArn } = JSON.parse(Attributes?.['RedrivePolicy'] ?? '{}');
    expect(deadLetterTargetArn).toMatch(new RegExp(`:${output('DeadLetterQueueName')}$`));
    expect(Attributes?.['KmsMasterKeyId']).toBe(key());
  });
}

interface Statement {
  Effect: string;
  Principal?: unknown;
  Action: unknown;
  Resource: unknown;
  Condition?: Record<string, Record<string, unknown>>;
}
