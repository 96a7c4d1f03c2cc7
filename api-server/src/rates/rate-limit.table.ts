/** The columns that rate-limiter-flexible reads and writes. */
export interface RateLimitTable {
  key: string;
  points: number;
  /** Milliseconds since 1970. */
  expire: number | null;
}
