import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { MULTIPART_THRESHOLD_BYTES, PART_BYTES } from '@movieflix/contracts';

/** What goes wrong with a request: an answer other than the right one, no answer, or one that is lost on its way. */
export type Fault =
  | { status: number; headers?: Record<string, string>; message?: string }
  | 'cut'
  | 'lost-answer';

interface StoredImage {
  id: string;
  bytes: number;
  parts: Map<number, Buffer>;
  hasArrived: boolean;
}

interface Answer {
  status: number;
  body?: unknown;
}

/**
 * A gallery and its storage in memory, for faults that the real ones cannot be brought to show. What the importer
 * does with the real ones is tested in tests/api.
 */
export class FaultyGallery implements AsyncDisposable {
  /** `METHOD /path` of every request, ids shown as `*`. */
  readonly requests: string[] = [];
  readonly images = new Map<string, StoredImage>();
  /** Images whose bytes start like this can never be shown. */
  readonly brokenStart = 'broken';
  readonly #faults: { request: RegExp; fault: Fault }[] = [];
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  static async start(): Promise<FaultyGallery> {
    const gallery = new FaultyGallery();
    await new Promise<void>((listening) => gallery.#server.listen(0, '127.0.0.1', listening));
    return gallery;
  }

  get url(): URL {
    return new URL(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`);
  }

  /** The next request like this fails like that; asked for several times, several do. */
  failNext(request: RegExp, fault: Fault): void {
    this.#faults.push({ request, fault });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = `${request.method} ${request.url}`;
    this.requests.push(name.replaceAll(/[0-9a-f-]{36}/g, '*'));
    const at = this.#faults.findIndex((fault) => fault.request.test(name));
    const fault = at < 0 ? undefined : this.#faults.splice(at, 1)[0]!.fault;
    if (fault === 'cut') return void request.destroy();
    const body = await buffer(request);
    if (typeof fault === 'object') {
      response
        .writeHead(fault.status, fault.headers)
        .end(JSON.stringify({ message: fault.message ?? 'No.' }));
      return;
    }
    const answer = this.#serve(name, body);
    if (fault === 'lost-answer') return void request.socket.destroy();
    response.writeHead(answer.status).end(answer.body === undefined ? '' : JSON.stringify(answer.body));
  }

  #serve(name: string, body: Buffer): Answer {
    const [, id = '', rest = '', part = ''] =
      /\/(?:api\/images|storage)\/([0-9a-f-]{36})\/?(\w*)\/?(\d*)/.exec(name) ?? [];
    if (name === 'POST /api/images') return this.#ask(JSON.parse(body.toString()));
    const image = [...this.images.values()].find((stored) => stored.id === id);
    if (image === undefined) return { status: 404, body: { message: 'There is no such image.' } };
    if (name.startsWith('PUT /storage/')) return store(image, Number(rest || 0), body);
    if (name.startsWith('DELETE')) return this.#giveUp(image);
    if (part) return { status: 200, body: presigned(this.url, `${id}/${part}`) };
    if (rest === 'parts') return { status: 200, body: { items: partsOf(image) } };
    if (rest === 'complete') image.hasArrived = true;
    return { status: 200, body: this.#display(image) };
  }

  #ask({ sha256, bytes }: { sha256: string; bytes: number }): Answer {
    const known = this.images.get(sha256);
    if (known?.hasArrived) return { status: 200, body: { image: this.#display(known), duplicate: true } };
    const image = known ?? { id: randomUUID(), bytes, parts: new Map(), hasArrived: false };
    this.images.set(sha256, image);
    const inParts = { uploadId: 'u', partBytes: PART_BYTES, partCount: Math.ceil(bytes / PART_BYTES) };
    const upload = bytes > MULTIPART_THRESHOLD_BYTES ? inParts : presigned(this.url, image.id);
    return { status: 201, body: { image: this.#display(image), upload } };
  }

  #giveUp(image: StoredImage): Answer {
    for (const [sha256, { id }] of this.images) if (id === image.id) this.images.delete(sha256);
    return { status: 204 };
  }

  #display({ id, hasArrived, parts }: StoredImage) {
    if (!hasArrived) return { id, status: 'pending', failure: null };
    const isBroken = parts.get(0)?.toString().startsWith(this.brokenStart);
    return isBroken
      ? { id, status: 'failed', failure: { message: 'This file is not an image.' } }
      : { id, status: 'ready', failure: null };
  }
}

/** SHA-256 in hexadecimal, as images are known by. */
export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function presigned(url: URL, key: string) {
  return { method: 'PUT', url: new URL(`storage/${key}`, url).href, headers: { 'if-none-match': '*' } };
}

function store(image: StoredImage, partNumber: number, bytes: Buffer): Answer {
  if (partNumber === 0 && image.hasArrived) return { status: 412 };
  image.parts.set(partNumber, bytes);
  if (partNumber === 0) image.hasArrived = true;
  return { status: 200 };
}

function partsOf({ parts }: StoredImage) {
  return [...parts].map(([partNumber, { length }]) => ({ partNumber, bytes: length }));
}
