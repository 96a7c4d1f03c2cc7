import type { Generated } from 'kysely';

export interface MovieTable {
  id: string;
  title: string;
  original_title: Generated<string>;
  year: number;
  synopsis: Generated<string>;
  /** Of the synopsis, as BCP 47 has it. */
  language: Generated<string>;
  runtime_minutes: number | null;
  /** Shown only while that image is one of the film's own and visible to everybody. */
  poster_image_id: string | null;
  created_at: Generated<Date>;
  /** The title as it is sorted: in lower case, without accents or a leading article; kept by the database. */
  sort_title: Generated<string>;
  /** Titles and year in lower case and without accents, after a space; kept by the database. */
  search_text: Generated<string>;
}
