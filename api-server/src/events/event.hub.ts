import { PassThrough } from 'node:stream';
import { Refusal } from '../errors/refusal.ts';

/** The open event streams of this process. */
export interface EventHub {
  /** @throws Refusal 429 where the member has too many open */
  open(memberId: string, closesAt: Date): PassThrough;
  isWatching(memberId: string): boolean;
  send(memberId: string, event: string, data: unknown): void;
  /** Ends the streams of one member, or of all. Browsers come back by themselves and fetch anew. */
  drop(memberId?: string): void;
  /** Ends all for good. */
  close(): void;
}

interface Connection {
  stream: PassThrough;
  closesAt: number;
}

/** Twenty tabs; more is a client that forgets to close. */
const MAX_STREAMS_PER_MEMBER = 20;
/** What a browser may be behind before it is dropped. An event of one image has about 3 KB. */
const MAX_UNSENT_BYTES = 256 * 1024;
/** Below the idle timeouts of load balancers (60 s) and CloudFront (30 s). */
const HEARTBEAT_MS = 15_000;

export function createEventHub(): EventHub {
  const members = new Map<string, Set<Connection>>();
  let isClosed = false;

  function write(memberId: string, connection: Connection, text: string): void {
    const { stream, closesAt } = connection;
    if (Date.now() >= closesAt) stream.end();
    else if (stream.writableLength + stream.readableLength > MAX_UNSENT_BYTES) stream.destroy();
    else stream.write(text);
    if (stream.destroyed || stream.writableEnded) forget(memberId, connection);
  }

  function forget(memberId: string, connection: Connection): void {
    const connections = members.get(memberId);
    connections?.delete(connection);
    if (connections?.size === 0) members.delete(memberId);
  }

  function writeTo(memberId: string, text: string): void {
    for (const connection of members.get(memberId) ?? []) write(memberId, connection, text);
  }

  const heartbeat = setInterval(() => {
    for (const memberId of members.keys()) writeTo(memberId, ': still here\n\n');
  }, HEARTBEAT_MS);
  heartbeat.unref();

  const hub: EventHub = {
    open(memberId, closesAt) {
      const connections = members.get(memberId) ?? new Set();
      if (isClosed) throw new Refusal(503, 'stopping', 'This server is stopping. Please try again.', 1);
      if (connections.size >= MAX_STREAMS_PER_MEMBER) {
        const message = `Expected at most ${MAX_STREAMS_PER_MEMBER} open event streams. Close other tabs.`;
        throw new Refusal(429, 'too-many-streams', message, 60);
      }
      const connection = { stream: new PassThrough(), closesAt: closesAt.getTime() };
      members.set(memberId, connections.add(connection));
      connection.stream.on('close', () => forget(memberId, connection));
      // A first line at once, so that the browser knows the stream is open; `retry` is its pause in milliseconds.
      connection.stream.write('retry: 2000\n\n');
      return connection.stream;
    },
    isWatching: (memberId) => members.has(memberId),
    send: (memberId, event, data) => writeTo(memberId, `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    drop(memberId) {
      const dropped = memberId === undefined ? [...members.values()] : [members.get(memberId) ?? []];
      for (const connection of dropped.flatMap((connections) => [...connections])) connection.stream.end();
      if (memberId === undefined) members.clear();
      else members.delete(memberId);
    },
    close() {
      isClosed = true;
      clearInterval(heartbeat);
      hub.drop();
    },
  };
  return hub;
}
