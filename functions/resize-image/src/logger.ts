import { Logger } from '@aws-lambda-powertools/logger';

/** Writes lines of JSON, where Lambda and the local cloud collect them. */
export const logger = new Logger({ serviceName: 'resize-image' });
