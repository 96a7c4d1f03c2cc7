/** What a bench found. Numbers, in groups where there are many; the unit is the end of each name. */
export interface Figures {
  [name: string]: number | Figures;
}

/** A module of this folder that measures one thing: `npm run bench -- NAME`. */
export interface Bench {
  /** A paragraph for `--help`. */
  about: string;
  /** @param args what the command line says behind the bench's name */
  measure(args: readonly string[]): Promise<Figures>;
}
