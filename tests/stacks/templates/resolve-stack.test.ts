// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are CloudFormation's placeholders.

import { describe, expect, test } from '@jest/globals';
import { contains, overlaps, splitCidr } from './cidr.ts';
import { EXAMPLES, resolveStack } from './resolve-stack.ts';
import type { Template, Value } from './template.ts';

/** What the value is in a stack with some parameters, a bucket and a condition of each kind. */
function evaluate(value: Value, parameters: Record<string, string> = {}): Value | undefined {
  const template: Template = {
    Parameters: {
      Name: { Type: 'String', Default: 'gallery' },
      Count: { Type: 'Number', Default: 3 },
      Zones: { Type: 'CommaDelimitedList', Default: 'a, b' },
      Image: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: '/aws/image' },
    },
    Mappings: { Sizes: { small: { GiB: 8 } } },
    Conditions: {
      IsGallery: { 'Fn::Equals': [{ Ref: 'Name' }, 'gallery'] },
      IsOther: { 'Fn::Not': [{ Condition: 'IsGallery' }] },
      IsEither: { 'Fn::Or': [{ Condition: 'IsGallery' }, { Condition: 'IsOther' }] },
      IsBoth: { 'Fn::And': [{ Condition: 'IsGallery' }, { Condition: 'IsOther' }] },
    },
    Resources: {
      Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': '${Name}-pictures' } } },
      Queue: { Type: 'AWS::SQS::Queue', Condition: 'IsOther' },
      Subject: { Type: 'Custom::Subject', Properties: { value } },
    },
  };
  return resolveStack({ main: template }, 'main', parameters).resources['Subject']!.Properties['value'];
}

describe('a function of CloudFormation gives what CloudFormation gives', () => {
  test.each<[Value, Value]>([
    [{ Ref: 'Name' }, 'gallery'],
    [{ Ref: 'Count' }, 3],
    [{ Ref: 'Zones' }, ['a', 'b']],
    [{ Ref: 'Image' }, '{{ssm:/aws/image}}'],
    [{ Ref: 'Bucket' }, 'gallery-pictures'],
    [{ Ref: 'AWS::Partition' }, 'aws'],
    [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, 'arn:aws:s3:::gallery-pictures'],
    [{ 'Fn::GetAtt': 'Bucket.Arn' }, 'arn:aws:s3:::gallery-pictures'],
    [
      { 'Fn::Sub': '${Name} in ${AWS::Partition}: ${Bucket.Arn} ${!Name}' },
      'gallery in aws: arn:aws:s3:::gallery-pictures ${Name}',
    ],
    [{ 'Fn::Sub': ['${Own} ${Name}', { Own: { Ref: 'Count' } }] }, '3 gallery'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'Count' }]] }, 'a-3'],
    [{ 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    [{ 'Fn::Select': ['0', { Ref: 'Zones' }] }, 'a'],
    [{ 'Fn::If': ['IsGallery', 'yes', 'no'] }, 'yes'],
    [{ 'Fn::If': ['IsBoth', 'yes', { Ref: 'Name' }] }, 'gallery'],
    [{ kept: 1, left: { Ref: 'AWS::NoValue' } }, { kept: 1 }],
    [['kept', { 'Fn::If': ['IsEither', { Ref: 'AWS::NoValue' }, 'left'] }], ['kept']],
    [{ 'Fn::Base64': 'text' }, 'dGV4dA=='],
    [{ 'Fn::FindInMap': ['Sizes', 'small', 'GiB'] }, 8],
    [{ 'Fn::Cidr': ['10.20.0.0/16', 2, 12] }, ['10.20.0.0/20', '10.20.16.0/20']],
    [
      { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ],
  ])('%j', (value, expected) => {
    expect(evaluate(value)).toEqual(expected);
  });

  test('after the parameters that are given', () => {
    expect(evaluate({ 'Fn::If': ['IsGallery', 'yes', { Ref: 'Queue' }] }, { Name: 'other' })).toMatch(
      /^https:\/\/sqs\./,
    );
  });
});

describe('what CloudFormation would refuse is refused:', () => {
  test.each<[string, Value, RegExp]>([
    ['a resource that is not there', { Ref: 'Nowhere' }, /a resource Nowhere/],
    ['a resource whose condition is false', { Ref: 'Queue' }, /Queue in main, but IsOther is false/],
    ['a condition that is not there', { 'Fn::If': ['IsNowhere', 1, 2] }, /a condition IsNowhere/],
    ['an item beyond the list', { 'Fn::Select': [2, { Ref: 'Zones' }] }, /an item 2/],
    ['a function that needs a transform', { 'Fn::Length': [1] }, /Fn::Length/],
    ['blocks for which there is no room', { 'Fn::Cidr': ['10.0.0.0/28', 4, 12] }, /room for 4 blocks/],
  ])('%s', (_, value, message) => {
    expect(() => evaluate(value)).toThrow(message);
  });

  test('a parameter that is missing, or not one of the template', () => {
    const template: Template = { Parameters: { Name: { Type: 'String' } }, Resources: {} };
    expect(() => resolveStack({ main: template }, 'main', {})).toThrow(/a parameter Name for root/);
    expect(() => resolveStack({ main: template }, 'main', { Name: 'a', Nam: 'b' })).toThrow(
      /no parameter Nam for root/,
    );
  });
});

test('parameters go down into nested stacks, outputs come up, and what AWS makes is named by the caller', () => {
  const templates: Record<string, Template> = {
    root: {
      Resources: {
        Inner: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: { TemplateURL: 'inner', Parameters: { Zones: ['a', 'b'] } },
        },
      },
      Outputs: { Both: { Value: { 'Fn::Sub': '${Inner.Outputs.Topic} ${Inner.Outputs.Zones}' } } },
    },
    inner: {
      Parameters: { Zones: { Type: 'CommaDelimitedList' } },
      Resources: { Topic: { Type: 'AWS::SNS::Topic' } },
      Outputs: {
        Topic: { Value: { Ref: 'Topic' } },
        Zones: { Value: { 'Fn::Join': ['+', { Ref: 'Zones' }] } },
      },
    },
  };
  expect(resolveStack(templates, 'root', {}).outputs['Both']).toMatch(
    /^arn:aws:sns:\S+:root-inner-topic a\+b$/,
  );
  const physical = { ...EXAMPLES, ref: (stack: string, id: string) => `${stack}:${id}` };
  expect(resolveStack(templates, 'root', {}, physical).outputs['Both']).toBe('root/Inner:Topic a+b');
});

test('blocks of addresses are split, compared and nested', () => {
  expect(splitCidr('192.168.0.0/16', 3, 8)).toEqual(['192.168.0.0/24', '192.168.1.0/24', '192.168.2.0/24']);
  expect(overlaps('10.0.0.0/16', '10.0.255.0/24')).toBe(true);
  expect(overlaps('10.0.0.0/16', '10.1.0.0/16')).toBe(false);
  expect(contains('10.0.0.0/8', '10.1.0.0/16')).toBe(true);
  expect(contains('10.1.0.0/16', '10.0.0.0/8')).toBe(false);
});
