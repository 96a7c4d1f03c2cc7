import { Injectable, inject } from '@angular/core';
import type { Image, Movie } from '../../../core/api/api-types';
import { ImagesApi } from '../../../core/api/images-api';
import { MoviesApi } from '../../../core/api/movies-api';
import { texts } from '../../../core/language/texts';
import { Notices } from '../../../core/notices/notices';
import { GalleryStore } from '../../../gallery/images/gallery-store';
import { inTurn, withProblem } from '../../../gallery/images/in-turn';

type Film = Pick<Movie, 'id' | 'title'>;

/** Puts images into a film and takes them out. Shows what came of it; never rejects. */
@Injectable()
export class FilmDeeds {
  readonly #images = inject(ImagesApi);
  readonly #movies = inject(MoviesApi);
  readonly #store = inject(GalleryStore);
  readonly #notices = inject(Notices);

  async putInto(images: readonly Image[], film: Film): Promise<void> {
    const { done, problem } = await inTurn(images, async (image) =>
      this.#store.replace(await this.#images.patch(image.id, { movieId: film.id })),
    );
    const { inFilm } = texts().gallery.deeds;
    this.#tell(done.length > 0 ? withProblem(inFilm(done.length, film.title), problem) : problem);
  }

  /** The images stay where else they are. */
  async takeOut(images: readonly Image[], film: Film): Promise<void> {
    const { done, problem } = await inTurn(images, async (image) => {
      await this.#movies.detachImage(film.id, image.id);
      this.#store.remove(image.id);
    });
    const { outOfFilm } = texts().gallery.deeds;
    this.#tell(done.length > 0 ? withProblem(outOfFilm(done.length, film.title), problem) : problem);
  }

  #tell(text: string): void {
    if (text !== '') this.#notices.show({ text });
  }
}
