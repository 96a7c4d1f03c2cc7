import type { LocalCloud } from '../cloud/start-local-cloud.ts';
import type { ApiSettings } from '../data-folder/api-settings.ts';
import type { Credentials } from '../data-folder/credentials.ts';
import { awsEnvironment, IMAGE_BUCKET, RESIZE_FUNCTION, RESULTS_QUEUE } from './gallery-cloud.ts';

export interface ApiSurroundings {
  port: number;
  databaseUrl: string;
  cloud: LocalCloud;
  webappDir: string;
  credentials: Credentials;
  /** Whether a new gallery gets samples to begin with. */
  bringsSamples: boolean;
}

/** The variables that the API reads, the same ones as on a host. */
export function apiSettings(around: ApiSurroundings): ApiSettings {
  return {
    ...awsEnvironment(around.cloud.endpoint, around.credentials),
    PORT: String(around.port),
    HOST: '127.0.0.1',
    DATABASE_URL: around.databaseUrl,
    IMAGE_BUCKET,
    RESULTS_QUEUE_URL: around.cloud.queueUrl(RESULTS_QUEUE),
    RESIZE_FUNCTION_NAME: RESIZE_FUNCTION,
    WEBAPP_DIR: around.webappDir,
    FIRST_SIGN_UP: 'admin',
    SAMPLE_CONTENT: around.bringsSamples ? 'on' : 'off',
  };
}

/** Our own environment without what would lead an SDK or a database client elsewhere. */
export function inheritedEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AWS_|PG)/.test(name)));
}
