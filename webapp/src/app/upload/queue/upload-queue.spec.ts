import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { Subject } from 'rxjs';
import type { Image } from '../../core/api/api-types';
import type { ImageChange } from '../../core/events/image-change';
import { ImageEvents } from '../../core/events/image-events';
import { SessionStore } from '../../core/session/session-store';
import { freshDatabase } from '../keeping/testing/fresh-database';
import { openUploadDatabase } from '../keeping/upload-database';
import { LIVING_TABS } from '../keeping/upload-keeping';
import { fakeChecksum } from '../transfer/testing/fake-checksum';
import { FakeGallery } from '../transfer/testing/fake-gallery';
import { UploadFault } from '../transfer/upload-fault';
import type { UploadState } from './upload-entry';
import { UploadQueue } from './upload-queue';
import { CHECKSUM, UPLOAD_TRANSPORT } from './upload-tools';

let gallery: FakeGallery;
let changes: Subject<ImageChange>;
const user = signal<{ id: string } | null>({ id: 'ann' });

beforeEach(() => {
  gallery = new FakeGallery();
  user.set({ id: 'ann' });
  freshDatabase();
  openPage();
});

/** A page that was loaded anew: nothing is left but what the browser keeps. */
function openPage(): void {
  TestBed.resetTestingModule();
  changes = new Subject();
  TestBed.configureTestingModule({
    providers: [
      { provide: UPLOAD_TRANSPORT, useValue: gallery },
      { provide: CHECKSUM, useValue: fakeChecksum },
      { provide: ImageEvents, useValue: { changes, reconnections: new Subject() } },
      { provide: SessionStore, useValue: { user, isSignedIn: () => user() !== null } },
      { provide: LIVING_TABS, useValue: { announce: () => undefined, isAlive: async () => false } },
    ],
  });
}

const nosferatu = { id: 'film-1', title: 'Nosferatu' };
const queue = () => TestBed.inject(UploadQueue);

function photograph(name: string, content = name): { file: File; contentType: string } {
  return {
    file: new File([content], name, { type: 'image/jpeg', lastModified: 1 }),
    contentType: 'image/jpeg',
  };
}

const states = () =>
  queue()
    .entries()
    .map(({ state }) => state());
const phases = () => states().map(({ phase }) => phase);

/** Waits for a condition; the test's own time limit ends it where it never comes. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve));
}

const untilPhases = (...expected: UploadState['phase'][]) => until(() => `${phases()}` === `${expected}`);

function finish(imageId: string, change: Partial<Image> = { status: 'ready' }): void {
  const image = gallery.finish(imageId, change);
  changes.next({ type: image.status === 'ready' ? 'image.ready' : 'image.failed', image });
}

/** Makes every PUT wait until the returned function is called, or it is cancelled. */
function holdPuts(): () => void {
  const held = Promise.withResolvers<void>();
  gallery.beforePut = (_request, signal) =>
    Promise.race([held.promise, new Promise<void>((_, reject) => signal.addEventListener('abort', reject))]);
  return held.resolve;
}

test('a file goes from waiting to ready by the event that its image is', async () => {
  queue().add([photograph('sea.jpg')]);
  await untilPhases('processing');
  finish('image-1');
  expect(states()).toMatchObject([{ phase: 'ready', image: { id: 'image-1' } }]);
  expect(queue().tally()).toMatchObject({ files: 1, phases: { ready: 1 } });
});

test('the event may come before the answer to the upload', async () => {
  const letPuts = holdPuts();
  queue().add([photograph('sea.jpg')]);
  await until(() => gallery.putsRunning === 1);
  finish('image-1');
  letPuts();
  await until(() => gallery.putsRunning === 0);
  expect(phases()).toEqual(['ready']);
});

test('no more than four files are sent at the same time', async () => {
  const letPuts = holdPuts();
  queue().add(Array.from({ length: 9 }, (_, index) => photograph(`${index}.jpg`)));
  await until(() => gallery.putsRunning === 4);
  letPuts();
  await until(() => phases().every((phase) => phase === 'processing'));
  expect(gallery.mostPutsRunning).toBe(4);
});

test('a picture that is no picture fails with the sentence of the server, and cannot be tried again', async () => {
  queue().add([photograph('page.jpg')]);
  await untilPhases('processing');
  const message = 'This file is not an image: it looks like a web page.';
  finish('image-1', { status: 'failed', failure: { reason: 'not-an-image', message, canRetry: false } });
  expect(states()).toEqual([{ phase: 'failed', message, remedy: null }]);
});

test('a picture whose resizing failed is resized again', async () => {
  queue().add([photograph('sea.jpg')]);
  await untilPhases('processing');
  finish('image-1', { status: 'failed', failure: { reason: 'error', message: 'It broke.', canRetry: true } });
  queue().retryFailed();
  await untilPhases('processing');
  expect(gallery.requests.at(-1)).toBe('resize image-1 again');
  finish('image-1');
  expect(phases()).toEqual(['ready']);
});

test('what the member has already is said so', async () => {
  queue().add([photograph('sea.jpg')]);
  await untilPhases('processing');
  finish('image-1');
  queue().add([photograph('copy of sea.jpg', 'sea.jpg')]);
  await untilPhases('ready', 'duplicate');
});

test('an upload that is refused says why, and is sent again on demand', async () => {
  const refusal = new UploadFault('refused', 'Your gallery is full.');
  gallery.fault = (request) => (request.startsWith('ask') ? refusal : undefined);
  queue().add([photograph('sea.jpg')]);
  await until(() => phases()[0] === 'failed');
  expect(states()).toEqual([{ phase: 'failed', message: 'Your gallery is full.', remedy: 'send-again' }]);
  gallery.fault = () => undefined;
  queue().retryFailed();
  await untilPhases('processing');
});

test('a file that was not admitted is listed with its sentence and never asked for', async () => {
  queue().add([{ file: new File(['x'], 'notes.txt'), refusal: 'Expected a picture.' }]);
  expect(states()).toEqual([{ phase: 'failed', message: 'Expected a picture.', remedy: null }]);
  expect(gallery.requests).toEqual([]);
});

test('a file that is on its way is not listed twice', async () => {
  holdPuts();
  queue().add([photograph('sea.jpg')]);
  queue().add([photograph('sea.jpg')]);
  expect(queue().entries()).toHaveLength(1);
});

test('cancelling takes a file out, stops its sending and gives it up at the server', async () => {
  holdPuts();
  queue().add([photograph('sea.jpg'), photograph('hills.jpg')]);
  await until(() => gallery.putsRunning === 2);
  queue().cancel([queue().entries()[0]?.id ?? '']);
  expect(
    queue()
      .entries()
      .map(({ name }) => name),
  ).toEqual(['hills.jpg']);
  await until(() => gallery.putsRunning === 1);
  expect(gallery.requests).toContain('give up image-1');
});

test('what had arrived when it was cancelled is shown again, and ends in the gallery', async () => {
  holdPuts();
  queue().add([photograph('sea.jpg')]);
  await until(() => gallery.putsRunning === 1);
  gallery.fault = (request) =>
    request.startsWith('give up') ? new UploadFault('gone', 'This upload is complete.') : undefined;
  queue().cancelAll();
  expect(queue().entries()).toEqual([]);
  await untilPhases('processing');
  finish('image-1');
  expect(phases()).toEqual(['ready']);
  expect(queue().entries()[0]?.isCancelledTooLate).toBe(true);
});

test('while nobody is signed in files wait, and go on after signing in', async () => {
  user.set(null);
  queue().add([photograph('sea.jpg')]);
  await untilPhases('checking');
  expect(queue().holdReason()).toBe('signed-out');
  expect(gallery.requests).toEqual([]);
  user.set({ id: 'ann' });
  await untilPhases('processing');
});

test('while the browser is offline nothing is sent, and goes on by itself', async () => {
  queue();
  dispatchEvent(new Event('offline'));
  queue().add([photograph('sea.jpg')]);
  await untilPhases('checking');
  expect([queue().holdReason(), gallery.requests]).toEqual(['offline', []]);
  dispatchEvent(new Event('online'));
  await untilPhases('processing');
});

test('after a reload a large upload goes on, and its parts that arrived are not sent again', async () => {
  gallery.beforePut = async (request, signal) => {
    if (request === 'put 1 of image-1') return;
    await new Promise((_, reject) => signal.addEventListener('abort', reject));
  };
  queue().add([photograph('large.tif', 'a'.repeat(10) + 'b'.repeat(10) + 'c'.repeat(10))]);
  await until(() => gallery.uploads.get('image-1')?.parts.size === 1 && gallery.putsRunning === 2);
  await until(() => !queue().wouldLoseFiles());

  gallery.requests.length = 0;
  gallery.beforePut = async () => undefined;
  openPage();
  queue();
  await untilPhases('processing');
  expect(gallery.requests.filter((request) => request.startsWith('put'))).toEqual([
    'put 2 of image-1',
    'put 3 of image-1',
  ]);
});

test('a file that could not be kept has to be chosen again after a reload, and goes on where it was', async () => {
  gallery.beforePut = async (request, signal) => {
    if (request === 'put 1 of image-1') return;
    await new Promise((_, reject) => signal.addEventListener('abort', reject));
  };
  const large = photograph('large.tif', 'a'.repeat(10) + 'b'.repeat(10) + 'c'.repeat(10));
  queue().add([large]);
  await until(() => gallery.uploads.get('image-1')?.parts.size === 1 && gallery.putsRunning === 2);
  await until(() => !queue().wouldLoseFiles());
  const database = await openUploadDatabase('movieflix-uploads');
  await database.clear('files');
  database.close();

  gallery.requests.length = 0;
  gallery.beforePut = async () => undefined;
  openPage();
  queue();
  await untilPhases('file-needed');
  queue().add([large]);
  await untilPhases('processing');
  expect(gallery.requests.filter((request) => request.startsWith('put'))).toHaveLength(2);
});

test('a file that is brought to a film becomes an image of it, after a reload too', async () => {
  holdPuts();
  queue().add([photograph('sea.jpg'), photograph('hills.jpg')], nosferatu);
  await until(() => gallery.putsRunning === 2);
  await until(() => !queue().wouldLoseFiles());
  gallery.uploads.clear();
  gallery.beforePut = async () => undefined;
  openPage();
  queue();
  await untilPhases('processing', 'processing');
  expect([...gallery.uploads.values()].map(({ image }) => image.movieId)).toEqual(['film-1', 'film-1']);
  expect(queue().entries()[0]?.film).toEqual(nosferatu);
});

test('what the member has already is put into the film that it is brought to', async () => {
  queue().add([photograph('sea.jpg')]);
  await untilPhases('processing');
  finish('image-1');
  queue().add([photograph('copy of sea.jpg', 'sea.jpg')], nosferatu);
  await untilPhases('ready', 'duplicate');
  expect(gallery.uploads.get('image-1')?.image.movieId).toBe('film-1');
});

test('a file on its way that is brought to a film as well goes there too', async () => {
  const letPuts = holdPuts();
  queue().add([photograph('sea.jpg')]);
  queue().add([photograph('sea.jpg')], nosferatu);
  queue().add([photograph('sea.jpg')], nosferatu);
  expect(queue().entries()).toHaveLength(2);
  letPuts();
  await until(() => gallery.uploads.get('image-1')?.image.movieId === 'film-1');
});

test('where the browser keeps nothing, uploads work all the same', async () => {
  globalThis.indexedDB.open = () => {
    throw new DOMException('Not in this window.', 'InvalidStateError');
  };
  holdPuts();
  queue().add([photograph('sea.jpg')]);
  await until(() => gallery.putsRunning === 1);
  expect(queue().wouldLoseFiles()).toBe(true);
});

test('after a reload an image whose thumbnail was awaited is asked for', async () => {
  queue().add([photograph('sea.jpg')]);
  await untilPhases('processing');
  gallery.finish('image-1');
  openPage();
  queue();
  await untilPhases('ready');
});

test('another member who signs in sees nothing of it', async () => {
  holdPuts();
  queue().add([photograph('sea.jpg')]);
  await until(() => gallery.putsRunning === 1);
  user.set({ id: 'bob' });
  await until(() => queue().entries().length === 0);
  await until(() => gallery.putsRunning === 0);
});

test('what was chosen while nobody was signed in goes to whoever signs in', async () => {
  queue();
  TestBed.tick();
  user.set(null);
  TestBed.tick();
  queue().add([photograph('sea.jpg')]);
  user.set({ id: 'bob' });
  await untilPhases('processing');
});

test('finished files are cleared, the others stay', async () => {
  queue().add([photograph('sea.jpg'), photograph('hills.jpg')]);
  await untilPhases('processing', 'processing');
  finish('image-1');
  queue().clearFinished();
  expect(
    queue()
      .entries()
      .map(({ name }) => name),
  ).toEqual(['hills.jpg']);
});

test('a file that can no longer be read has to be chosen again', async () => {
  TestBed.overrideProvider(CHECKSUM, {
    useValue: async () => {
      throw new UploadFault('unreadable', 'This file can no longer be read.');
    },
  });
  queue().add([photograph('sea.jpg')]);
  await until(() => phases()[0] === 'failed');
  expect(states()).toMatchObject([{ message: 'This file can no longer be read.' }]);
  queue().retryFailed();
  expect(phases()).toEqual(['file-needed']);
});
