import type { FirstAdmin } from './users/first-admin.ts';
import { email, newPassword } from './users/user.schema.ts';

/** Everything that differs between two places where the API runs. Read once at start and then frozen. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly imageBucket: string;
  readonly resultsQueueUrl: string;
  readonly resizeFunctionName: string;
  readonly region: string;
  /** Where S3, SQS and Lambda are spoken, where that is not AWS. */
  readonly endpointUrl: string | undefined;
  /** The folder of the built web app, where this process serves it. */
  readonly webappDir: string | undefined;
  readonly allowedOrigins: readonly string[];
  readonly isSignUpOpen: boolean;
  /** Whether the first who signs up runs the gallery. */
  readonly isFirstMemberAdmin: boolean;
  readonly maxMemberBytes: number;
  /** How many proxies of our own stand in front, each appending to `X-Forwarded-For`. */
  readonly trustedProxies: number;
  /** Made at start where nobody has the address. */
  readonly firstAdmin: FirstAdmin | undefined;
  /** Whether a gallery without anything of its own gets films and photographs to begin with. */
  readonly bringsSamples: boolean;
}

const GIBIBYTE = 1024 ** 3;

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws Error naming the variable that is missing or wrong, what was expected and what came */
export function readConfig(env: Environment): Config {
  return Object.freeze({
    port: wholeNumber(env, 'PORT', 3000),
    host: optional(env, 'HOST') ?? '0.0.0.0',
    databaseUrl: required(env, 'DATABASE_URL'),
    imageBucket: required(env, 'IMAGE_BUCKET'),
    resultsQueueUrl: required(env, 'RESULTS_QUEUE_URL'),
    resizeFunctionName: required(env, 'RESIZE_FUNCTION_NAME'),
    region: required(env, 'AWS_REGION'),
    endpointUrl: optional(env, 'AWS_ENDPOINT_URL'),
    webappDir: optional(env, 'WEBAPP_DIR'),
    allowedOrigins: Object.freeze(list(env, 'ALLOWED_ORIGINS')),
    isSignUpOpen: oneOf(env, 'SIGN_UP', ['open', 'closed']) === 'open',
    isFirstMemberAdmin: oneOf(env, 'FIRST_SIGN_UP', ['member', 'admin']) === 'admin',
    maxMemberBytes: wholeNumber(env, 'MAX_MEMBER_BYTES', 100 * GIBIBYTE),
    trustedProxies: wholeNumber(env, 'TRUSTED_PROXIES', 0),
    firstAdmin: firstAdmin(env),
    bringsSamples: oneOf(env, 'SAMPLE_CONTENT', ['off', 'on']) === 'on',
  });
}

function optional(env: Environment, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}

function required(env: Environment, name: string): string {
  const value = optional(env, name);
  if (value === undefined)
    throw new Error(`Expected the environment variable ${name} to be set, but it is not.`);
  return value;
}

function wholeNumber(env: Environment, name: string, fallback: number): number {
  const text = optional(env, name);
  if (text === undefined) return fallback;
  if (!/^\d{1,15}$/.test(text)) throw new Error(`Expected a whole number in ${name} but found "${text}".`);
  return Number(text);
}

function oneOf(env: Environment, name: string, choices: [string, ...string[]]): string {
  const value = optional(env, name) ?? choices[0];
  if (!choices.includes(value)) {
    throw new Error(`Expected one of ${choices.join(', ')} in ${name} but found "${value}".`);
  }
  return value;
}

function list(env: Environment, name: string): string[] {
  const values = (optional(env, name) ?? '').split(',');
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

/** The password itself stays out of every message. */
function firstAdmin(env: Environment): FirstAdmin | undefined {
  const address = optional(env, 'ADMIN_EMAIL');
  const password = env['ADMIN_PASSWORD'] || undefined;
  if (address === undefined && password === undefined) return undefined;
  if (address === undefined || password === undefined) {
    const [set, unset] = address === undefined ? ['PASSWORD', 'EMAIL'] : ['EMAIL', 'PASSWORD'];
    throw new Error(`Expected ADMIN_${unset} to be set too where ADMIN_${set} is, but it is not.`);
  }
  if (email.validate(address).error) {
    throw new Error(`Expected an e-mail address in ADMIN_EMAIL but found "${address}".`);
  }
  if (newPassword.validate(password).error) {
    throw new Error(`Expected 8 to 200 characters in ADMIN_PASSWORD but found ${password.length}.`);
  }
  return Object.freeze({ email: address, password });
}
