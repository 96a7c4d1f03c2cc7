import { CloudError } from '../../cloud-error.ts';

export interface ChunkedBody {
  chunks: AsyncGenerator<Buffer>;
  /** Trailing headers by lower-case name; complete once `chunks` has ended. */
  trailers: Map<string, string>;
}

const MAX_LINE_BYTES = 4096;
const MAX_TRAILERS = 10;

/**
 * Takes the framing off an `aws-chunked` body: `hex-size[;extension]CRLF bytes CRLF`, ended by a chunk of size
 * 0 and trailing headers. https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 *
 * @throws CloudError 400 while reading, where the framing is broken or the body ends early
 */
export function decodeAwsChunked(source: AsyncIterable<Buffer>): ChunkedBody {
  const trailers = new Map<string, string>();
  return { chunks: decode(new ByteReader(source), trailers), trailers };
}

async function* decode(reader: ByteReader, trailers: Map<string, string>): AsyncGenerator<Buffer> {
  for (;;) {
    const line = await reader.line();
    const size = /^([0-9a-f]{1,8})(?:;[\x20-\x7e]*)?$/i.exec(line)?.[1];
    if (size === undefined) throw broken('a chunk size in hex digits', line);
    if (Number.parseInt(size, 16) === 0) break;
    yield* reader.bytes(Number.parseInt(size, 16));
    const end = await reader.line();
    if (end !== '') throw broken('the end of a chunk', end);
  }
  for (let line = await reader.line(); line !== ''; line = await reader.line()) {
    const [, name, value] = /^([!-9;-~]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw broken('a trailing header', line);
    if (trailers.size >= MAX_TRAILERS) throw broken(`at most ${MAX_TRAILERS} trailing headers`, line);
    trailers.set(name.toLowerCase(), value);
  }
  await reader.end();
}

/** Reads lines and runs of bytes from a stream without ever holding more than one of its chunks and a line. */
class ByteReader {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async line(): Promise<string> {
    let newline = this.#rest.indexOf('\n');
    while (newline < 0) {
      if (this.#rest.length > MAX_LINE_BYTES) throw broken('a line end', this.#rest.toString('latin1'));
      if (!(await this.#fill())) throw incomplete();
      newline = this.#rest.indexOf('\n');
    }
    const line = this.#rest.toString('latin1', 0, newline);
    if (!line.endsWith('\r')) throw broken('a line to end with CR LF', line);
    this.#rest = this.#rest.subarray(newline + 1);
    return line.slice(0, -1);
  }

  async *bytes(count: number): AsyncGenerator<Buffer> {
    let remaining = count;
    while (remaining > 0) {
      if (this.#rest.length === 0 && !(await this.#fill())) throw incomplete();
      const taken = this.#rest.subarray(0, remaining);
      this.#rest = this.#rest.subarray(taken.length);
      remaining -= taken.length;
      if (taken.length > 0) yield taken;
    }
  }

  async end(): Promise<void> {
    if (this.#rest.length > 0 || (await this.#fill())) throw broken('the end of the body', 'more bytes');
  }

  async #fill(): Promise<boolean> {
    const { value, done } = await this.#source.next();
    if (done) return false;
    this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
    return true;
  }
}

function broken(expected: string, received: string): CloudError {
  return new CloudError(
    400,
    'InvalidRequest',
    `Expected ${expected} in the aws-chunked body but received ${JSON.stringify(received.slice(0, 80))}`,
  );
}

function incomplete(): CloudError {
  return new CloudError(400, 'IncompleteBody', 'The aws-chunked body ended before its last chunk');
}
