import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ORIGINALS_PREFIX } from '@movieflix/contracts';
import { type LocalCloud, startLocalCloud } from '../cloud/start-local-cloud.ts';
import type { Credentials } from '../data-folder/credentials.ts';
import type { LogFile } from '../data-folder/log-file.ts';

export const IMAGE_BUCKET = 'movieflix-images';
export const RESULTS_QUEUE = 'resize-results';
export const RESIZE_FUNCTION = 'resize-image';

const REGION = 'eu-central-1';
const MAX_RESIZE_WORKERS = 4;
const RESIZE_TIMEOUT_SECONDS = 120;
// Lambda waits one and two minutes; a person at the same machine waits less gladly.
const RETRY_DELAYS_SECONDS: [number, number] = [2, 10];

// A person's own profiles have no say in where the parts look and as whom.
const NO_PROFILES = {
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
};

// Decoding leaves holes in glibc's arenas. One arena that gives back its end halves what an idle worker holds. Pictures
// of up to 32 MiB are taken from it: asking the kernel for fresh pages each time costs 7 % of the resizing. Keeping 64
// MiB at its end as on Lambda saves 2 % more, but a worker here is idle most of the time.
const FRUGAL_ALLOCATION = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '33554432',
  MALLOC_TRIM_THRESHOLD_: '8388608',
};

// Metrics are for CloudWatch; here they would be a second line in the log for every picture.
const NO_METRICS = { POWERTOOLS_METRICS_DISABLED: 'true' };

/** What storage.yaml makes on AWS: the image bucket, the resize function behind it, the results queue. */
export function startGalleryCloud(
  folder: string,
  port: number,
  credentials: Credentials,
  log: LogFile,
): Promise<LocalCloud> {
  return startLocalCloud({
    folder,
    port,
    log: (source, line) => log.write(`${new Date().toISOString()} ${source}: ${line}\n`),
    region: REGION,
    credentials,
    buckets: [IMAGE_BUCKET],
    queues: [RESULTS_QUEUE],
    functions: [
      {
        name: RESIZE_FUNCTION,
        handlerModule: fileURLToPath(import.meta.resolve('@movieflix/resize-image')),
        environment: { ...NO_PROFILES, ...FRUGAL_ALLOCATION, ...NO_METRICS },
        trigger: { bucket: IMAGE_BUCKET, prefix: ORIGINALS_PREFIX },
        onSuccessQueue: RESULTS_QUEUE,
        onFailureQueue: RESULTS_QUEUE,
        concurrency: Math.min(availableParallelism(), MAX_RESIZE_WORKERS),
        timeoutSeconds: RESIZE_TIMEOUT_SECONDS,
        retryDelaysSeconds: RETRY_DELAYS_SECONDS,
      },
    ],
  });
}

/** What the AWS SDK is told so that it speaks to the local cloud; the functions hear the same from the cloud. */
export function awsEnvironment(endpoint: string, credentials: Credentials): Record<string, string> {
  return {
    AWS_REGION: REGION,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...NO_PROFILES,
  };
}
