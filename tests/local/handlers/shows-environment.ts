import type { Context } from 'aws-lambda';

/** Returns what a function can know of where it runs. */
export async function handler(_event: unknown, context: Context) {
  return {
    environment: process.env,
    functionName: context.functionName,
    requestId: context.awsRequestId,
    remainingMs: context.getRemainingTimeInMillis(),
  };
}
