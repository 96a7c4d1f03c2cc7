import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BuildOptions } from 'esbuild';
import { parse } from 'yaml';
import { CHECKOUT } from '../../runner/run-program.ts';

/** How memory is allocated in the function, as `NAME=value`: what stacks/storage.yaml sets for the C library. */
export function allocationOnLambda(): string[] {
  const variables = Object.entries(resizeFunction().Properties.Environment.Variables);
  return variables.filter(([name]) => name.startsWith('MALLOC_')).map(([name, value]) => `${name}=${value}`);
}

/** How `sam build` bundles the function, for esbuild. */
export function bundlingOnLambda(): BuildOptions {
  const { Format, Target, MainFields, Minify, Sourcemap, External } =
    resizeFunction().Metadata.BuildProperties;
  return {
    bundle: true,
    platform: 'node',
    format: Format,
    target: Target,
    mainFields: MainFields.split(','),
    minify: Minify,
    sourcemap: Sourcemap,
    external: External,
  };
}

interface ResizeFunction {
  Metadata: {
    BuildProperties: {
      Format: 'cjs';
      Target: string;
      MainFields: string;
      Minify: boolean;
      Sourcemap: boolean;
      External: string[];
    };
  };
  Properties: { Environment: { Variables: Record<string, string> } };
}

function resizeFunction(): ResizeFunction {
  const source = readFileSync(path.join(CHECKOUT, 'stacks/storage.yaml'), 'utf8');
  // CloudFormation's short forms are tags that the parser does not know.
  return parse(source, { logLevel: 'error' }).Resources.ResizeFunction;
}
