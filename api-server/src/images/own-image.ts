import type { Application } from '../application.ts';
import type { Member } from '../sessions/bearer.ts';
import { imageUrlsAt } from '../storage/image-urls.ts';
import { displayImage } from './image.display.ts';
import { getVisibleImage } from './image.service.ts';

/** A member's image as it is now, for the answer to what they did with it. */
export async function displayOwnImage({ db, bucket }: Application, member: Member, id: string) {
  const image = await getVisibleImage(db, member, id);
  return displayImage(image, member.id, await imageUrlsAt(bucket, new Date()));
}
