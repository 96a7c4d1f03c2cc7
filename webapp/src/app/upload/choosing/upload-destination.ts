import { Injectable, signal } from '@angular/core';
import type { UploadFilm } from '../queue/upload-film';

/** Where files go that are brought in: into the film whose page is open, or only into the member's gallery. */
@Injectable({ providedIn: 'root' })
export class UploadDestination {
  readonly #film = signal<UploadFilm | null>(null);

  readonly film = this.#film.asReadonly();

  setFilm(film: UploadFilm | null): void {
    this.#film.set(film);
  }
}
