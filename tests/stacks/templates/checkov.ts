import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { TOOLS } from '../tools/tools.ts';
import { type Finding, resourceName } from './finding.ts';

interface Report {
  results: { failed_checks: { check_id: string; file_path: string; resource: string }[] };
  summary: { parsing_errors: number; passed: number; resource_count: number };
}

/**
 * Holds every template below the folder against all of checkov's checks for CloudFormation.
 *
 * @throws Error where it could not read a template, which it would otherwise pass over
 */
export async function runCheckov(folder: string): Promise<Finding[]> {
  const args = ['--directory', folder, '--framework', 'cloudformation', '--output', 'json', '--quiet'];
  const options = { maxBuffer: 256 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)(TOOLS.checkov, [...args, '--compact', '--soft-fail'], options);
  const { results, summary }: Report = JSON.parse(stdout);
  if (summary.parsing_errors > 0 || summary.resource_count === 0)
    throw new Error(`expected checkov to read all of ${folder} but received ${JSON.stringify(summary)}`);
  return results.failed_checks.map((check) => ({
    rule: check.check_id,
    resource: resourceName(check.file_path, check.resource.split('.').at(-1)!),
    file: check.file_path.replace(/^\//, ''),
  }));
}
