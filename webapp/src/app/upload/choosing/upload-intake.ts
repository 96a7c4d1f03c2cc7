import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { texts } from '../../core/language/texts';
import { Notices } from '../../core/notices/notices';
import { SessionStore } from '../../core/session/session-store';
import { UploadQueue } from '../queue/upload-queue';
import { admit } from './admission';
import { isHidden, MAX_FILES_AT_ONCE } from './dropped-files';
import { UploadDestination } from './upload-destination';

/** Where chosen, dropped and pasted files come in. */
@Injectable({ providedIn: 'root' })
export class UploadIntake {
  readonly #queue = inject(UploadQueue);
  readonly #destination = inject(UploadDestination);
  readonly #session = inject(SessionStore);
  readonly #router = inject(Router);
  readonly #notices = inject(Notices);

  /** They go to the film whose page is open. Without a session they wait, and the visitor is asked to sign in first. */
  take(files: Iterable<File>): void {
    const visible = [...files].filter(({ name }) => !isHidden(name));
    const taken = visible.slice(0, MAX_FILES_AT_ONCE);
    if (taken.length === 0) return;
    const { shared, uploads } = texts();
    const { tooMany, goToFilm } = uploads.intake;
    if (taken.length < visible.length)
      this.#notices.show({ text: tooMany(MAX_FILES_AT_ONCE), action: { label: shared.ok } });
    const film = this.#destination.film();
    this.#queue.add(
      taken.map((file) => ({ file, ...admit(file) })),
      film,
    );
    if (!this.#session.isSignedIn()) {
      const next = film ? `/films/${film.id}` : '/upload';
      void this.#router.navigate(['/sign-in'], { queryParams: { next } });
    } else if (film && taken.length === visible.length) {
      this.#notices.show({ text: goToFilm(taken.length, film.title) });
    }
  }
}
