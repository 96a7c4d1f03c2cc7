export interface SuiteResult {
  name: string;
  passed: number;
  failed: number;
  skipped: number;
  seconds: number;
  /** Why the suite did not run, or what went wrong beside its tests. */
  note?: string;
}

export type Counts = Omit<SuiteResult, 'name' | 'seconds'>;
