import type { Server } from '@hapi/hapi';
import type { Body } from './caller.ts';

export interface ReceivedEvent {
  event: string;
  data: Pick<Body, 'image'> & { imageId?: string };
}

export interface EventStream {
  response: Response;
  /** What has come so far. */
  events: ReceivedEvent[];
  /** Resolves when the server ends the stream. */
  ended: Promise<void>;
  close(): void;
}

/** Opens the server's event stream over a real connection, as a browser does. */
export async function openEvents(server: Server, token: string): Promise<EventStream> {
  const response = await fetch(`${server.info.uri}/api/events`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const events: ReceivedEvent[] = [];
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const ended = reader && response.ok ? read(reader, events) : Promise.resolve();
  return { response, events, ended, close: () => void reader?.cancel() };
}

async function read(reader: ReadableStreamDefaultReader<string>, events: ReceivedEvent[]): Promise<void> {
  let text = '';
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const blocks = (text + chunk.value).split('\n\n');
    text = blocks.pop() ?? '';
    events.push(...blocks.flatMap(parse));
  }
}

function parse(block: string): ReceivedEvent[] {
  const fields = new Map(
    block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
  );
  const event = fields.get('event');
  return event === undefined ? [] : [{ event, data: JSON.parse(fields.get('data') ?? 'null') }];
}
