import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { SessionStore } from '../../core/session/session-store';
import { UploadQueue } from '../queue/upload-queue';
import { admit } from './admission';
import { isHidden, MAX_FILES_AT_ONCE } from './dropped-files';

/** Where chosen, dropped and pasted files come in. */
@Injectable({ providedIn: 'root' })
export class UploadIntake {
  readonly #queue = inject(UploadQueue);
  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);

  /** Without a session the files wait in the queue, and the visitor is asked to sign in first. */
  take(files: Iterable<File>): void {
    const visible = [...files].filter(({ name }) => !isHidden(name)).slice(0, MAX_FILES_AT_ONCE);
    if (visible.length === 0) return;
    this.#queue.add(visible.map((file) => ({ file, ...admit(file) })));
    if (!this.#session.isSignedIn()) {
      void this.#router.navigate(['/sign-in'], { queryParams: { next: '/upload' } });
    }
  }
}
