/**
 * A request that is refused for a reason its sender can understand. Services throw it; the error answers turn
 * it into HTTP.
 */
export class Refusal extends Error {
  readonly statusCode: number;
  /** A stable kebab-case word for programs. */
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;

  /** @param message a sentence for people: what was expected and what came */
  constructor(statusCode: number, code: string, message: string, retryAfterSeconds?: number) {
    super(message);
    this.name = 'Refusal';
    this.statusCode = statusCode;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** What a caller may not see does not exist for them. */
export function imageNotFound(): Refusal {
  return new Refusal(404, 'image-not-found', 'There is no such image, or it is not yours to see.');
}

export function movieNotFound(): Refusal {
  return new Refusal(404, 'movie-not-found', 'There is no such film.');
}
