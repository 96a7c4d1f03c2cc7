import { functionArn } from './function-service.ts';
import type { Invocation } from './invocation.table.ts';
import type { Outcome } from './start-worker.ts';

/**
 * The record that Lambda sends to a destination.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export function destinationRecord(
  region: string,
  functionName: string,
  invocation: Invocation,
  outcome: Outcome,
) {
  const hasFailed = 'error' in outcome;
  return {
    version: '1.0',
    timestamp: new Date().toISOString(),
    requestContext: {
      requestId: invocation.requestId,
      functionArn: `${functionArn(region, functionName)}:$LATEST`,
      condition: hasFailed ? 'RetriesExhausted' : 'Success',
      approximateInvokeCount: invocation.failedAttempts + 1,
    },
    requestPayload: JSON.parse(invocation.payload) as unknown,
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      ...(hasFailed ? { functionError: 'Unhandled' } : {}),
    },
    responsePayload: hasFailed ? outcome.error : outcome.response,
  };
}
