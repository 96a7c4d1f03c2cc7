import { expect, test } from '@jest/globals';
import { ONE, OTHER, REQUEST, useResizeFunction } from './invoked-function.ts';
import { photo } from './photos.ts';
import { objectsCreated } from './s3-events.ts';

const { s3, handle, logLines, answerWith } = useResizeFunction();

test('keys that are no originals are passed over and logged', async () => {
  const keys = ['originals/my+holiday+%C3%A4.jpg', `renditions/${ONE}/320.webp`];
  expect(await handle(objectsCreated(...keys))).toEqual({ images: [] });
  expect(s3.calls()).toHaveLength(0);
  expect(logLines()).toMatchObject([
    { level: 'WARN', bucket: 'images', key: 'originals/my holiday ä.jpg', function_request_id: REQUEST },
    { level: 'WARN', bucket: 'images', key: `renditions/${ONE}/320.webp`, function_request_id: REQUEST },
  ]);
});

test('the log tells which image was refused and why', async () => {
  answerWith(Buffer.from('<html>no</html>'));
  await handle(objectsCreated(`originals/${ONE}`));
  expect(logLines()).toContainEqual(
    expect.objectContaining({
      level: 'WARN',
      service: 'resize-image',
      imageId: ONE,
      reason: 'not-an-image',
      sentence: 'This file is not an image: it looks like a web page.',
    }),
  );
});

test('what became of each original is measured, with how long it took', async () => {
  answerWith(Buffer.from('<html>no</html>'));
  answerWith(await photo('casa-mila-rotated.jpg'));
  await handle(objectsCreated(`originals/${OTHER}`, `originals/${ONE}`));
  const measured = logLines().filter((line) => '_aws' in line);
  const common = {
    service: 'resize-image',
    function_name: 'resize-image',
    ResizeDuration: expect.any(Number),
  };
  expect(measured).toMatchObject([
    { ...common, ImagesResized: 0, ImagesRejected: 1 },
    { ...common, ImagesResized: 1, ImagesRejected: 0 },
  ]);
  expect(measured[0]).toHaveProperty('_aws.CloudWatchMetrics.0.Namespace', 'movieFlix');
});
