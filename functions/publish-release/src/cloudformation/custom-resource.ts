import type { Logger } from '@aws-lambda-powertools/logger';
import { answerRequest } from './answer.ts';
import type { ResourceRequest } from './request.ts';

/** One kind of custom resource. Each deed may come more than once for one request. */
export interface CustomResource {
  /** Stable for what the properties name, so that only another bucket is a replacement. */
  physicalResourceId(request: ResourceRequest): string;
  /** Creates or updates. @returns values for `Fn::GetAtt` */
  put(request: ResourceRequest, stop: AbortSignal): Promise<Record<string, string>>;
  /** Succeeds also where nothing was ever created. */
  remove(request: ResourceRequest, stop: AbortSignal): Promise<void>;
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
  const { RequestType, ResourceType } = request;
  const resource = resources[ResourceType];
  const old = 'PhysicalResourceId' in request ? request.PhysicalResourceId : undefined;
  const deadline = new AbortController();
  const timer = setTimeout(
    () =>
      deadline.abort(new Error('The time was up before all was done; deploying again goes on from there.')),
    Math.max(0, context.getRemainingTimeInMillis() - ANSWER_MS),
  );
  // Where a creation fails, this is what CloudFormation asks to delete next.
  let physicalResourceId = old ?? `none-${request.RequestId}`;
  try {
    if (resource === undefined) throw new Error(`Nothing here makes a ${ResourceType}.`);
    if (RequestType === 'Delete') {
      await beforeDeadline(resource.remove(request, deadline.signal), deadline.signal);
      await answerRequest(request, { status: 'SUCCESS', physicalResourceId });
      return;
    }
    const next = resource.physicalResourceId(request);
    if (old === undefined) physicalResourceId = next;
    const data = await beforeDeadline(resource.put(request, deadline.signal), deadline.signal);
    await answerRequest(request, { status: 'SUCCESS', physicalResourceId: next, data });
  } catch (error) {
    log.error('The request failed.', error as Error);
    const reason = reasonOf(error).slice(0, MAX_REASON_CHARACTERS);
    await answerRequest(request, { status: 'FAILED', physicalResourceId, reason });
  } finally {
    clearTimeout(timer);
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
