import { texts } from '../language/texts';

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
    const { faults } = texts();
    return isOnline
      ? new ApiError(faults.noAnswer, 0, 'no-answer')
      : new ApiError(faults.offline, 0, 'offline');
  }
  const body = answer.body as { message?: unknown; code?: unknown } | null;
  const code = typeof body?.code === 'string' ? body.code : 'unknown';
  const retryAfterSeconds = Number(answer.retryAfter) || null;
  return new ApiError(sentence(answer, code, body?.message), status, code, retryAfterSeconds);
}

/** The sentence to show for whatever was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof ApiError ? error.message : texts().faults.inPage(String(error));
}

function sentence({ status, retryAfter }: FailedAnswer, code: string, message: unknown): string {
  const { faults, refusals } = texts();
  if (status === 429) return faults.tooMany(wait(Number(retryAfter)));
  const refusal = refusals[code];
  if (refusal !== undefined) return refusal;
  if (status >= 500) return faults.server;
  if (typeof message === 'string' && message !== '') return asSentence(message);
  return faults.withoutReason(status);
}

function wait(seconds: number): string {
  const { waitALittle, tryAgainInSeconds, tryAgainInMinutes } = texts().faults;
  if (!(seconds > 0)) return waitALittle;
  return seconds < 60 ? tryAgainInSeconds(Math.ceil(seconds)) : tryAgainInMinutes(Math.ceil(seconds / 60));
}

function asSentence(message: string): string {
  const capital = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
