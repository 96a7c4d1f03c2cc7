import { Readable } from 'node:stream';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, jest } from '@jest/globals';
import type { ResizeResult } from '@movieflix/contracts';
import { handler } from '@movieflix/resize-image';
import type { Context, S3Event } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';

export const ONE = '0190b5a4-0000-7000-8000-000000000001';
export const OTHER = '0190b5a4-0000-7000-8000-000000000002';

export const REQUEST = '5ba0c4c4-0000-4000-8000-000000000003';

interface Answer {
  Body: Readable;
  ContentLength: number;
}

/** The resize function as Lambda invokes it, on an S3 that answers what a test says. Call it once in a test file. */
export function useResizeFunction() {
  const s3 = mockClient(S3Client);
  let logged: string[];
  let answers: Answer[];

  beforeEach(() => {
    logged = [];
    answers = [];
    for (const stream of [process.stdout, process.stderr]) {
      jest.spyOn(stream, 'write').mockImplementation((line) => logged.push(String(line)) > 0);
    }
    s3.reset();
    s3.on(PutObjectCommand).resolves({});
    s3.on(GetObjectCommand).callsFake(async () => answers.shift());
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  return {
    s3,
    handle(event: S3Event): Promise<ResizeResult> {
      return handler(event, { awsRequestId: REQUEST, functionName: 'resize' } as Context);
    },
    /** The lines of JSON that went to the log: those with a message, and those that carry metrics. Node's are none. */
    logLines(): Record<string, unknown>[] {
      return logged.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
    },
    /** Lets S3 answer the next reading of an original. */
    answer(answer: Answer): void {
      answers.push(answer);
    },
    /** Lets S3 answer the next reading of an original with these bytes and this length. */
    answerWith(bytes: Buffer, ContentLength = bytes.length): void {
      answers.push({
        Body: Readable.from([bytes.subarray(0, 1000), bytes.subarray(1000)]),
        ContentLength,
      });
    },
  };
}
