/** What the page sends to the checksum worker. */
export type ChecksumRequest = { id: number; blob: Blob } | { id: number; isCancelled: true };

/** What the worker sends back: any number of `checkedBytes`, then one of the others. */
export type ChecksumReport =
  | { id: number; checkedBytes: number }
  | { id: number; sha256: string }
  | { id: number; error: unknown };
