import type { Size } from '@movieflix/contracts';

/** A way to make the renditions of a photograph. Modules of `contenders/` that run in a Node process of their own. */
export interface Contender {
  /**
   * Does what is not to be measured, and returns the deed that is.
   *
   * @param sizes ascending, after orientation
   * @returns WebP files in the order of `sizes`, or none where nothing is encoded
   */
  prepare(original: Buffer, sizes: Size[]): Promise<() => Promise<Buffer[]>>;
}

/** What a contender's process is asked: one line of JSON on its input. */
export interface Task {
  original: string;
  sizes: Size[];
  /** Where to write the renditions, as `WIDTH.webp`. */
  folder: string;
}

/** What it answers: one line of JSON on its output. */
export interface Measurement {
  /** Of all its threads and children. */
  cpuMs: number;
  wallMs: number;
  /** The most that it has had in memory so far. */
  peakRssMb: number;
}
