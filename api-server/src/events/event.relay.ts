import type { Application } from '../application.ts';
import { displayImage } from '../images/image.display.ts';
import { findImagesByIds } from '../images/image.repository.ts';
import { imageUrlsAt } from '../storage/image-urls.ts';
import type { Notification } from './event.channel.ts';
import { type EventListener, listenForEvents } from './event.listener.ts';

type ImageNotification = Extract<Notification, { imageId: string }>;

const BATCH_SIZE = 100;
/** Beyond this, browsers are sent away: they come back and fetch their page anew, which is cheaper. */
const MAX_WAITING = 2_000;

/** Passes what any process did to the browsers that have a stream open to this one. */
export function relayEvents(app: Application): EventListener {
  const { hub, log } = app;
  let waiting: ImageNotification[] = [];
  let isSending = false;

  async function send(): Promise<void> {
    isSending = true;
    try {
      while (waiting.length > 0) await sendImages(app, waiting.splice(0, BATCH_SIZE));
    } catch (error) {
      log.error({ err: error }, 'Events could not be sent.');
      waiting = [];
      hub.drop();
    } finally {
      isSending = false;
    }
  }

  return listenForEvents(app.config.databaseUrl, log, {
    heard(notification) {
      if (notification.kind === 'member-left') return hub.drop(notification.ownerId);
      if (!hub.isWatching(notification.ownerId)) return;
      waiting.push(notification);
      if (waiting.length > MAX_WAITING) {
        waiting = [];
        hub.drop();
      }
      if (!isSending) void send();
    },
    wasDeaf: () => hub.drop(),
  });
}

/** Reads the images as they are now: what happened twice since is told twice, with the same latest state. */
async function sendImages(
  { db, bucket, hub }: Application,
  notifications: ImageNotification[],
): Promise<void> {
  const images = await findImagesByIds(
    db,
    notifications.map(({ imageId }) => imageId),
  );
  const byId = new Map(images.map((image) => [image.id, image]));
  const urls = await imageUrlsAt(bucket, new Date());
  for (const { kind, ownerId, imageId } of notifications) {
    const image = byId.get(imageId);
    if (kind === 'removed') hub.send(ownerId, 'image.removed', { imageId });
    else if (image) hub.send(ownerId, `image.${kind}`, { image: displayImage(image, ownerId, urls) });
  }
}
