/** The title that an image begins with: its file name without the ending. */
export function titleOf(filename: string): string {
  return filename.replace(/\.[^.]{1,10}$/, '').slice(0, 200) || filename.slice(0, 200);
}
