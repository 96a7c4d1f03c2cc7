import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { handleResultMessage } from '@movieflix/api-server/results/result.message.ts';
import type { ImageFinding, ReadyFinding } from '@movieflix/contracts';
import type { Caller, ImageBody } from './caller.ts';
import { ask, someBytes } from './files.ts';
import type { Gallery } from './start-gallery.ts';

export function readyFinding(imageId: string, changes: Partial<ReadyFinding> = {}): ReadyFinding {
  return {
    imageId,
    outcome: 'ready',
    contentType: 'image/jpeg',
    bytes: 100,
    width: 1000,
    height: 500,
    isAnimated: false,
    thumbhash: '3OcRJYB4d3h/iIeHeEh3eIhw+j2w',
    renditions: [
      { width: 320, height: 160, bytes: 10 },
      { width: 640, height: 320, bytes: 20 },
    ],
    exif: { takenAt: '2024-05-01T12:00:00', cameraModel: 'X100', latitude: 54.1, longitude: 12.1 },
    ...changes,
  };
}

/** As Lambda's OnSuccess destination writes it. */
export function successRecord(...images: ImageFinding[]): string {
  return JSON.stringify({
    version: '1.0',
    timestamp: '2026-11-23T05:45:00.000Z',
    requestContext: {
      requestId: crypto.randomUUID(),
      functionArn: 'arn:aws:lambda:eu-central-1:000000000000:function:resize-image:$LATEST',
      condition: 'Success',
      approximateInvokeCount: 1,
    },
    requestPayload: { Records: [] },
    responseContext: { statusCode: 200, executedVersion: '$LATEST' },
    responsePayload: { images },
  });
}

/** As Lambda's OnFailure destination writes it after its last retry. */
export function failureRecord(imageId: string): string {
  return JSON.stringify({
    version: '1.0',
    timestamp: '2026-11-23T05:45:00.000Z',
    requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
    requestPayload: { Records: [{ s3: { object: { key: `originals/${imageId}` } } }] },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: { errorType: 'Error', errorMessage: 'out of memory' },
  });
}

/** Handles a message as the queue's consumer does. */
export function deliver(gallery: Gallery, body: string): Promise<void> {
  return handleResultMessage(gallery.app, body);
}

/** Puts a message on the real queue. */
export async function enqueue({ app }: Gallery, body: string): Promise<void> {
  await app.queue.send(new SendMessageCommand({ QueueUrl: app.config.resultsQueueUrl, MessageBody: body }));
}

/** An image whose result has come, without the work of resizing. */
export async function readyImage(
  gallery: Gallery,
  member: Caller,
  changes: object = {},
  finding: Partial<ReadyFinding> = {},
): Promise<ImageBody> {
  const { image } = (await ask(member, someBytes())).body;
  await deliver(gallery, successRecord(readyFinding(image.id, finding)));
  return (await member.call('PATCH', `/api/images/${image.id}`, changes)).body as unknown as ImageBody;
}
