import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestTarget } from './request-target.ts';

/** One request and its answer, its target not yet read. */
export interface Incoming {
  request: IncomingMessage;
  response: ServerResponse;
  requestId: string;
  /** Tells a client that waits for it (`Expect: 100-continue`) to send the body. */
  admitBody(): void;
}

export interface Exchange extends Incoming {
  target: RequestTarget;
}
