import type { FindingKind } from './suspicion.ts';

/** What is wrong with one image, and what became of it. */
export interface Finding extends Treatment {
  kind: FindingKind;
  imageId: string;
  filename: string | undefined;
}

export interface Treatment {
  /** `mendable`: it would be mended, had that been asked for. */
  outcome: 'mended' | 'mendable' | 'left';
  /** What was done, or why not; ends a sentence. */
  note: string;
  filename?: string | undefined;
  /** What can only be done when the transaction's rows are there for others to see. */
  afterCommit?: () => Promise<void>;
}
