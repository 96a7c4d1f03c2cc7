import { HeadBucketCommand } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { ServerRoute } from '@hapi/hapi';
import Joi from 'joi';
import { sql } from 'kysely';
import type { Application } from '../application.ts';
import { answers } from '../documentation/answers.ts';
import { route } from '../http/route.ts';
import { starting } from './starting.ts';

const TIMEOUT_MS = 2_000;

const stateSchema = Joi.string().valid('ok', 'unavailable').required().label('State');
const healthSchema = Joi.object({ status: Joi.string().valid('ok').required().label('Alive') }).label(
  'Health',
);
const readySchema = Joi.object({
  status: stateSchema,
  database: stateSchema,
  bucket: stateSchema,
  queue: stateSchema,
}).label('Readiness');

export function healthRoutes(app: Application): ServerRoute[] {
  const tags = ['api', 'health'];
  return [
    route({
      method: 'GET',
      path: '/api/health',
      options: {
        description: 'The process lives, and is not busy bringing the tables up to date',
        tags,
        auth: false,
        ...answers({ 200: healthSchema }, [503]),
      },
      handler: () => {
        if (isPreparing(app)) throw starting();
        return { status: 'ok' };
      },
    }),
    route({
      method: 'GET',
      path: '/api/ready',
      options: {
        description: 'Database, bucket and queue answer, and the tables are up to date',
        tags,
        auth: false,
        ...answers({ 200: readySchema, 503: readySchema }, []),
      },
      handler: async (_request, h) => {
        const [database, bucket, queue] = await Promise.all([
          stateOf(askDatabase(app)),
          stateOf(app.bucket.client.send(new HeadBucketCommand({ Bucket: app.bucket.name }), deadline())),
          stateOf(
            app.queue.send(
              new GetQueueAttributesCommand({
                QueueUrl: app.config.resultsQueueUrl,
                AttributeNames: ['ApproximateNumberOfMessages'],
              }),
              deadline(),
            ),
          ),
        ]);
        const isReady = [database, bucket, queue].every((state) => state === 'ok');
        const status = isReady ? 'ok' : 'unavailable';
        return h.response({ status, database, bucket, queue }).code(isReady ? 200 : 503);
      },
    }),
  ];
}

/**
 * The load balancer asks /api/health. A host that still brings the tables up to date gets no requests, since others can
 * answer them; one whose database is away lives on, since no other could do better.
 */
function isPreparing({ database }: Application): boolean {
  return !database.isPrepared && !database.isAway;
}

async function askDatabase({ db, database }: Application): Promise<void> {
  await sql`select 1`.execute(db);
  if (!database.isPrepared) throw new Error('The tables are not up to date yet.');
}

function deadline() {
  return { abortSignal: AbortSignal.timeout(TIMEOUT_MS) };
}

/** Answers within the timeout whatever the other side does. */
async function stateOf(answer: Promise<unknown>): Promise<'ok' | 'unavailable'> {
  const tooLate = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error(`No answer within ${TIMEOUT_MS} ms.`)), TIMEOUT_MS).unref();
  });
  return Promise.race([answer, tooLate]).then(
    () => 'ok',
    () => 'unavailable',
  );
}
