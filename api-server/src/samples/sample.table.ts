/** What a new gallery begins with, a row each. Without any row it is not decided yet whether it begins with any. */
export interface SampleTable {
  name: string;
  /** From then on it is the gallery's own: it can be removed, and does not come back. */
  brought_at: Date | null;
}
