/** What a bench found. Numbers, in groups where there are many; the unit is the end of each name. */
export interface Figures {
  [name: string]: number | Figures;
}

/** A module of this folder that measures one thing: `npm run bench -- NAME`. */
export interface Bench<Report = Figures> {
  /** A paragraph for `--help`. */
  about: string;
  /** @param args what the command line says behind the bench's name */
  measure(args: readonly string[]): Promise<Report>;
  /** Of a bench that finds more than figures: prints a table and, last, one line of JSON. */
  print?(report: Report): void;
}
