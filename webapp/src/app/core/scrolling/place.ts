/** The page that an address stands for: `/gallery/{id}?q=a` is `/gallery?q=a` with the viewer over it. */
export function placeOf(url: string): string {
  const [path, query = ''] = url.split('?');
  return `/${path!.split('/')[1] ?? ''}?${query}`;
}
