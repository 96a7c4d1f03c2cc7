/** What passes between the local cloud and its worker processes. */
export interface InvokeMessage {
  requestId: string;
  /** JSON. */
  payload: string;
  functionArn: string;
  /** Milliseconds since 1970. */
  deadline: number;
}

export type WorkerMessage =
  | { type: 'ready' }
  | { type: 'returned' /** JSON */; response: string }
  | { type: 'threw'; error: FunctionError };

/** An error as Lambda's Node runtime reports it. */
export interface FunctionError {
  errorType: string;
  errorMessage: string;
  trace?: string[];
}
