import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../errors/refusal.ts';

export interface RateLimitRule {
  times: number;
  seconds: number;
}

export interface RateLimitRules {
  /** Attempts to sign in to one account from one address. */
  signIn: RateLimitRule;
  /** Attempts to sign in from one address, whatever the account. */
  signInAddress: RateLimitRule;
  /** New accounts from one address. */
  signUp: RateLimitRule;
  /** Uploads that one member asks for; wide enough for bringing in a whole collection. */
  uploads: RateLimitRule;
}

export const RATE_LIMIT_RULES: RateLimitRules = {
  signIn: { times: 10, seconds: 900 },
  signInAddress: { times: 200, seconds: 900 },
  signUp: { times: 100, seconds: 3600 },
  uploads: { times: 6000, seconds: 600 },
};

export type RateLimits = Readonly<Record<keyof RateLimitRules, RateLimiterPostgres>>;

/** Limits that all hosts share, because they count in the database. The hourly sweep removes what expired. */
export function openRateLimits(pool: pg.Pool, rules: RateLimitRules): RateLimits {
  const limiter = (name: keyof RateLimitRules) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points: rules[name].times,
      duration: rules[name].seconds,
    });
  return {
    signIn: limiter('signIn'),
    signInAddress: limiter('signInAddress'),
    signUp: limiter('signUp'),
    uploads: limiter('uploads'),
  };
}

/**
 * Counts one deed.
 *
 * @param deed as in "Too many <deed>."
 * @throws Refusal 429 with the time to wait
 */
export async function countAgainst(limiter: RateLimiterPostgres, key: string, deed: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    const seconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1000));
    const message = `Too many ${deed}. Please wait ${seconds} seconds and try again.`;
    throw new Refusal(429, 'too-many-requests', message, seconds);
  }
}
