import { setTimeout as delay } from 'node:timers/promises';
import type { ResourceRequest } from './request.ts';

export interface Answer {
  status: 'SUCCESS' | 'FAILED';
  /** Names the thing that was made. Another one than before tells CloudFormation that it was replaced. */
  physicalResourceId: string;
  reason?: string;
  /** Values for `Fn::GetAtt`. */
  data?: Record<string, string>;
}

const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 200;
const ATTEMPT_TIMEOUT_MS = 5_000;

/**
 * Tells CloudFormation how a request ended, at the address that came with it
 * (docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html).
 *
 * @throws Error where the address takes no answer; CloudFormation then waits for its timeout
 */
export async function answerRequest(request: ResourceRequest, answer: Answer): Promise<void> {
  // As bytes: text would be sent with a content type, which the signature of the address does not have.
  const body = Buffer.from(
    JSON.stringify({
      Status: answer.status,
      Reason: answer.reason,
      PhysicalResourceId: answer.physicalResourceId,
      StackId: request.StackId,
      RequestId: request.RequestId,
      LogicalResourceId: request.LogicalResourceId,
      Data: answer.data,
    }),
  );
  for (let attempt = 1; ; attempt++) {
    try {
      return await put(request.ResponseURL, body);
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await delay(FIRST_PAUSE_MS * 2 ** attempt);
    }
  }
}

async function put(url: string, body: Uint8Array<ArrayBuffer>): Promise<void> {
  const response = await fetch(url, { method: 'PUT', body, signal: AbortSignal.timeout(ATTEMPT_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`CloudFormation's address answered ${response.status} to the result.`);
}
