import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { CHECKOUT } from '../../runner/run-program.ts';

/** How memory is allocated in the function, as `NAME=value`: what stacks/storage.yaml sets for the C library. */
export function allocationOnLambda(): string[] {
  const source = readFileSync(path.join(CHECKOUT, 'stacks/storage.yaml'), 'utf8');
  // CloudFormation's short forms are tags that the parser does not know.
  const { Resources } = parse(source, { logLevel: 'error' });
  const variables = Object.entries(Resources.ResizeFunction.Properties.Environment.Variables);
  return variables.filter(([name]) => name.startsWith('MALLOC_')).map(([name, value]) => `${name}=${value}`);
}
