import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { CHECKOUT } from '../../runner/run-program.ts';

const read = (file: string) => readFileSync(path.join(CHECKOUT, file), 'utf8');

interface Statement {
  Sid: string;
  Effect: string;
  Principal: unknown;
  Action: string;
}

test('the example of a bucket policy lets the world read as the deploy does, and nothing more', () => {
  const example = JSON.parse(/```json\n([^`]*)```/.exec(read('docs/website-by-hand.md'))![1]!);
  const storage = parse(read('stacks/storage.yaml'), { logLevel: 'error' });
  const deployed: Statement[] = storage.Resources.WebsiteBucketPolicy.Properties.PolicyDocument.Statement;
  const forTheWorld = deployed.filter(({ Principal, Effect }) => Principal === '*' && Effect === 'Allow');
  const withoutResource = (statement: Statement) => ({ ...statement, Resource: undefined });
  expect(example.Statement.map(withoutResource)).toEqual(forTheWorld.map(withoutResource));
  expect(example.Statement[0].Resource).toBe('arn:aws:s3:::my-gallery-website/*');
});

test('every parameter of the deploy is explained', () => {
  const template = parse(read('template.yaml'), { logLevel: 'error' });
  const page = read('docs/operations.md');
  const missing = Object.keys(template.Parameters).filter((name) => !page.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});

test('every alarm is explained', () => {
  const { Resources } = parse(read('stacks/alarms.yaml'), { logLevel: 'error' });
  const page = read('docs/operations.md');
  expect(Object.keys(Resources).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
