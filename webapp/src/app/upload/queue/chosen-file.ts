/** A file that passed admission, or the sentence why it did not. */
export type ChosenFile = { file: File; contentType: string } | { file: File; refusal: string };
