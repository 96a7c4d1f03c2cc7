import type { Logger } from '@aws-lambda-powertools/logger';
import { type Answer, answerRequest } from './answer.ts';
import type { DeleteRequest, ResourceRequest } from './request.ts';

/** One kind of custom resource. Each deed may come more than once for one request. */
export interface CustomResource {
  /** Stable for what the properties name, so that only another bucket is a replacement. */
  physicalResourceId(request: ResourceRequest): string;
  /** Creates or updates. @returns values for `Fn::GetAtt` */
  put(request: ResourceRequest, stop: AbortSignal): Promise<Record<string, string>>;
  /** Succeeds also where nothing was ever created. */
  remove(request: DeleteRequest, stop: AbortSignal): Promise<void>;
}

interface Context {
  getRemainingTimeInMillis(): number;
}

/** Kept for the answer itself, its repetitions included. */
const ANSWER_MS = 40_000;
const MAX_REASON_CHARACTERS = 1_000;

/**
 * Carries a request out and answers it, whatever happens: in good time before the function's own time is up, and
 * with the reason where it failed.
 */
export async function serveRequest(
  resources: Readonly<Record<string, CustomResource>>,
  request: ResourceRequest,
  context: Context,
  log: Logger,
): Promise<void> {
  const deadline = new AbortController();
  const timer = setTimeout(
    () =>
      deadline.abort(new Error('The time was up before all was done; deploying again goes on from there.')),
    Math.max(0, context.getRemainingTimeInMillis() - ANSWER_MS),
  );
  const answer = await carryOut(resources[request.ResourceType], request, deadline.signal, log);
  clearTimeout(timer);
  await answerRequest(request, answer);
}

async function carryOut(
  resource: CustomResource | undefined,
  request: ResourceRequest,
  deadline: AbortSignal,
  log: Logger,
): Promise<Answer> {
  // What a failed creation answers is what CloudFormation asks to delete next; a failed update stays what it was.
  let physicalResourceId =
    'PhysicalResourceId' in request ? request.PhysicalResourceId : `none-${request.RequestId}`;
  try {
    if (request.RequestType === 'Delete') {
      // What nobody makes was never made, and a deletion that fails would hold up the whole stack.
      if (resource !== undefined) await beforeDeadline(resource.remove(request, deadline), deadline);
      return { status: 'SUCCESS', physicalResourceId };
    }
    if (resource === undefined) throw new Error(`Nothing here makes a ${request.ResourceType}.`);
    const next = resource.physicalResourceId(request);
    if (request.RequestType === 'Create') physicalResourceId = next;
    const data = await beforeDeadline(resource.put(request, deadline), deadline);
    return { status: 'SUCCESS', physicalResourceId: next, data };
  } catch (error) {
    log.error('The request failed.', error as Error);
    const reason = reasonOf(error).slice(0, MAX_REASON_CHARACTERS);
    return { status: 'FAILED', physicalResourceId, reason };
  }
}

/** Work that does not heed the signal must not keep the answer from being sent. */
function beforeDeadline<T>(work: Promise<T>, deadline: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  deadline.addEventListener('abort', () => reject(deadline.reason), { once: true });
  return Promise.race([work, promise]);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'Error' ? error.message : `${error.name}: ${error.message}`;
}
