/** What visitors write of everything they do, a JSON object a line. */
export type Line = { kind: 'begin' } | Attempt | Verdict;

/** One request. */
export interface Attempt {
  kind: 'page' | 'list' | 'thumbnail' | 'ask' | 'upload';
  atMs: number;
  tookMs: number;
  /** Undefined where it got the answer that a visitor expects. */
  failure?: string;
}

/** Of an original that S3 acknowledged, at the end: whether it is there, whole, with its thumbnails. */
export interface Verdict {
  kind: 'image';
  id: string;
  /** Undefined where nothing is lost of it. */
  lost?: string;
}
