import type { S3Event } from 'aws-lambda';

/** Does to its process what the last part of the key says. */
export async function handler(event: S3Event) {
  const deed = event.Records[0]?.s3.object.key.split('/').at(-1);
  if (deed === 'exit') process.exit(3);
  if (deed === 'eat-memory') eatMemory();
  if (deed === 'hang') await new Promise(() => setInterval(() => {}, 1000));
  if (deed === 'spin') for (;;);
  if (deed === 'throw-later')
    setTimeout(() => {
      throw new Error('nobody catches this');
    });
  if (deed === 'throw-later') await new Promise(() => {});
  if (deed === 'answer-at-length') return 'x'.repeat(2_000_000);
  return { deed };
}

function eatMemory(): never {
  const eaten: unknown[] = [];
  for (;;) eaten.push(new Array(100_000).fill(eaten.length));
}
