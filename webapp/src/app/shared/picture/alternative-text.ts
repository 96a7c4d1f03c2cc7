import type { Image } from '../../core/api/api-types';

/** What is said of a picture to those who do not see it: its description, without one its title, or its file's name. */
export function alternativeText({
  description,
  title,
  filename,
}: Pick<Image, 'title' | 'filename'> & Partial<Pick<Image, 'description'>>): string {
  return description || title || filename;
}
