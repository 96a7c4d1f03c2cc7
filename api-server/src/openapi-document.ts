import { createServer } from './app.ts';
import { closeApplication, openApplication } from './application.ts';
import { DOCUMENT_PATH } from './documentation/openapi.ts';
import { createLogger } from './logging/logger.ts';
import { RATE_LIMIT_RULES } from './rates/rate-limits.ts';

/** Prints the OpenAPI document, for generating clients. Nothing is connected, so nothing has to run. */
const config = {
  port: 0,
  host: '127.0.0.1',
  databaseUrl: 'postgresql://nowhere/nothing',
  imageBucket: 'images',
  resultsQueueUrl: 'http://nowhere/results',
  resizeFunctionName: 'resize-image',
  region: 'eu-central-1',
  endpointUrl: undefined,
  webappDir: undefined,
  allowedOrigins: [],
  isSignUpOpen: true,
  isFirstMemberAdmin: false,
  maxMemberBytes: 0,
  trustedProxies: 0,
  firstAdmin: undefined,
  bringsSamples: false,
};
const app = openApplication(config, createLogger('silent'), RATE_LIMIT_RULES);
// The document needs no tables.
app.database.isPrepared = true;
const server = await createServer(app);
const answer = await server.inject(DOCUMENT_PATH);
process.stdout.write(
  `${JSON.stringify({ ...JSON.parse(answer.payload), servers: [{ url: '/' }] }, null, 2)}\n`,
);
await closeApplication(app);
