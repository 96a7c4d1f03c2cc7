/** A function of the local cloud, as a template would describe it. */
export interface LocalFunction {
  name: string;
  /** Absolute path of the module that exports `handler`. */
  handlerModule: string;
  /** Over what the local cloud sets, as on Lambda: AWS_REGION, credentials, AWS_ENDPOINT_URL. */
  environment: Record<string, string>;
  /** Objects whose creation invokes it. */
  trigger: { bucket: string; prefix: string };
  onSuccessQueue: string;
  onFailureQueue: string;
  /** How many of its workers may run at once. */
  concurrency: number;
  timeoutSeconds: number;
  /** Waits before the second and the third attempt. On AWS they are 60 and 120. */
  retryDelaysSeconds: [number, number];
}
