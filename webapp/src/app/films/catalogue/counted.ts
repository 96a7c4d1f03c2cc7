/** How many films there are, in words. @param isAll whether no more are to come */
export function countedFilms(count: number, isAll: boolean): string {
  if (!isAll) return `More than ${count} films`;
  if (count === 0) return 'No films';
  return count === 1 ? '1 film' : `${count} films`;
}
