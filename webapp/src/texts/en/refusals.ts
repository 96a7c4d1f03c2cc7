/** Both are empty in English: what the API says itself is shown. */
type ByWord = Readonly<Record<string, string>>;

/** The API's refusals by their codes. */
export const refusals: ByWord = {};

/** Why no picture could be made of a file, by the API's words for it. */
export const failures: ByWord = {};
