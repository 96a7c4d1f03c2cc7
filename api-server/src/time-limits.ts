const CONNECT_TIMEOUT_MS = 3_000;

/**
 * How long a client of the AWS SDK waits, for its `requestHandler`. By itself the SDK only warns: a connection that
 * died without a word would be waited on for ever.
 */
export function timeLimits(requestTimeoutMs: number) {
  return {
    connectionTimeout: CONNECT_TIMEOUT_MS,
    requestTimeout: requestTimeoutMs,
    throwOnRequestTimeout: true,
  };
}
