import { CloudError } from '../cloud-error.ts';
import type { QueueService } from './queue-service.ts';

/** The JSON object of a request. */
export type QueueInput = Readonly<Record<string, unknown>>;

/** The queue that a request names by its URL. @throws CloudError 400 */
export function readQueue(service: QueueService, input: QueueInput): string {
  const url = readText(input, 'QueueUrl');
  const name = url.slice(url.lastIndexOf('/') + 1);
  if (service.queues.has(name)) return name;
  throw queueDoesNotExist(name);
}

export function queueDoesNotExist(name: string): CloudError {
  return new CloudError(
    400,
    'QueueDoesNotExist',
    `Expected one of the queues of this cloud but received ${JSON.stringify(name.slice(0, 80))}`,
  );
}

export function readText(input: QueueInput, name: string): string {
  const value = input[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new CloudError(400, 'MissingParameter', `The request must contain the parameter ${name}.`);
}

export function readInteger(
  input: QueueInput,
  name: string,
  range: { from: number; to: number; otherwise?: number },
): number {
  const value = input[name] ?? range.otherwise;
  if (Number.isInteger(value) && Number(value) >= range.from && Number(value) <= range.to)
    return Number(value);
  throw new CloudError(
    400,
    'InvalidParameterValue',
    `Expected ${name} to be a whole number from ${range.from} to ${range.to} but received ${String(JSON.stringify(value)).slice(0, 80)}`,
  );
}

export interface BatchEntry extends QueueInput {
  Id: string;
}

/** The entries of a batch. @throws CloudError 400 where there are none, more than 10, or two of one id */
export function readEntries(input: QueueInput): BatchEntry[] {
  const entries = Array.isArray(input['Entries']) ? (input['Entries'] as unknown[]) : [];
  if (entries.length === 0)
    throw new CloudError(400, 'EmptyBatchRequest', 'Expected entries but there are none');
  if (entries.length > 10) {
    throw new CloudError(
      400,
      'TooManyEntriesInBatchRequest',
      `Expected at most 10 entries but received ${entries.length}`,
    );
  }
  const checked = entries.filter(isEntry);
  if (checked.length < entries.length)
    throw new CloudError(400, 'InvalidBatchEntryId', 'Expected every entry to have an Id');
  if (new Set(checked.map((entry) => entry.Id)).size < entries.length) {
    throw new CloudError(400, 'BatchEntryIdsNotDistinct', 'Expected every entry to have an Id of its own');
  }
  return checked;
}

function isEntry(entry: unknown): entry is BatchEntry {
  return (
    typeof entry === 'object' && entry !== null && 'Id' in entry && /^[\w-]{1,80}$/.test(String(entry.Id))
  );
}
