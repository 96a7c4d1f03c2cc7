import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Notices } from '../../core/notices/notices';
import { SessionStore } from '../../core/session/session-store';
import { UploadQueue } from '../queue/upload-queue';
import { admit } from './admission';
import { isHidden, MAX_FILES_AT_ONCE } from './dropped-files';

const most = MAX_FILES_AT_ONCE.toLocaleString('en');
const TOO_MANY = `These are more than ${most} files, and only the first ${most} were taken. Bring the others in smaller folders.`;

/** Where chosen, dropped and pasted files come in. */
@Injectable({ providedIn: 'root' })
export class UploadIntake {
  readonly #queue = inject(UploadQueue);
  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);
  readonly #notices = inject(Notices);

  /** Without a session the files wait in the queue, and the visitor is asked to sign in first. */
  take(files: Iterable<File>): void {
    const visible = [...files].filter(({ name }) => !isHidden(name));
    const taken = visible.slice(0, MAX_FILES_AT_ONCE);
    if (taken.length === 0) return;
    if (taken.length < visible.length) this.#notices.show({ text: TOO_MANY, action: { label: 'OK' } });
    this.#queue.add(taken.map((file) => ({ file, ...admit(file) })));
    if (!this.#session.isSignedIn()) {
      void this.#router.navigate(['/sign-in'], { queryParams: { next: '/upload' } });
    }
  }
}
