/** A refusal or failure of the API. `message` is a sentence for the person in front of the page. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    message: string,
    /** HTTP status, 0 where no answer came. */
    readonly statusCode: number,
    /** The API's stable kebab-case word, or one of `offline`, `no-answer`, `unknown`. */
    readonly code: string,
    /** How long the API asked to wait, or null. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }
}

/** An answer that is no success. */
export interface FailedAnswer {
  /** HTTP status, 0 where no answer came. */
  status: number;
  /** The API's JSON, or whatever else came. */
  body: unknown;
  /** The header of that name. */
  retryAfter: string | null;
}

/** @param isOnline what the browser says of its connection */
export function toApiError(answer: FailedAnswer, isOnline: boolean): ApiError {
  const { status } = answer;
  if (status === 0) {
    return isOnline
      ? new ApiError(
          'movieFlix does not answer. It may be starting again; try once more in a moment.',
          0,
          'no-answer',
        )
      : new ApiError('You are offline. This will work again when the connection is back.', 0, 'offline');
  }
  const body = answer.body as { message?: unknown; code?: unknown } | null;
  const code = typeof body?.code === 'string' ? body.code : 'unknown';
  const retryAfterSeconds = Number(answer.retryAfter) || null;
  return new ApiError(sentence(answer, body?.message), status, code, retryAfterSeconds);
}

/** The sentence to show for whatever was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof ApiError ? error.message : `Something went wrong in the page: ${String(error)}.`;
}

function sentence({ status, retryAfter }: FailedAnswer, message: unknown): string {
  if (status === 429) return tooMany(Number(retryAfter));
  if (status >= 500) return 'movieFlix could not do this just now. Nothing was lost; try again in a moment.';
  if (typeof message === 'string' && message !== '') return asSentence(message);
  return `movieFlix refused this (status ${status}) without saying why.`;
}

function tooMany(retryAfterSeconds: number): string {
  const wait = retryAfterSeconds > 0 ? `Try again in ${inWords(retryAfterSeconds)}.` : 'Wait a little.';
  return `That was too many tries in a short time. ${wait}`;
}

function inWords(seconds: number): string {
  if (seconds === 1) return 'a second';
  if (seconds < 60) return `${Math.ceil(seconds)} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

function asSentence(message: string): string {
  const capital = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
