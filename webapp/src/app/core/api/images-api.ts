import { Injectable, inject } from '@angular/core';
import { ApiClient } from './api-client';
import type {
  Image,
  ImagePage,
  ImagePatch,
  ImageStatus,
  ImageWithOriginal,
  Visibility,
  Year,
} from './api-types';

export interface ImageQuery {
  /** 1 to 200. */
  limit?: number;
  cursor?: string;
  q?: string;
  owner?: string;
  /** The id of a film that the images belong to. */
  movie?: string;
  status?: ImageStatus;
  visibility?: Visibility;
  trashed?: boolean;
  sort?: 'newest' | 'oldest' | 'taken-newest' | 'taken-oldest';
  /** ISO date to begin at, where sorted by when images were taken. */
  from?: string;
}

/** `/api/images`. Every method rejects with an `ApiError`. */
@Injectable({ providedIn: 'root' })
export class ImagesApi {
  readonly #api = inject(ApiClient);

  list(query: ImageQuery): Promise<ImagePage> {
    return this.#api.get('/images', { ...query });
  }

  /** The months in which images were taken, by year, the latest first. */
  async years(query: Pick<ImageQuery, 'owner' | 'visibility'>): Promise<Year[]> {
    const { items } = await this.#api.get<{ items: Year[] }>('/images/years', { ...query });
    return items;
  }

  get(imageId: string): Promise<ImageWithOriginal> {
    return this.#api.get(`/images/${imageId}`);
  }

  patch(imageId: string, patch: ImagePatch): Promise<Image> {
    return this.#api.patch(`/images/${imageId}`, patch);
  }

  trash(imageId: string): Promise<void> {
    return this.#api.delete(`/images/${imageId}`);
  }

  restore(imageId: string): Promise<Image> {
    return this.#api.post(`/images/${imageId}/restore`);
  }

  /** Removes an image that is in the trash, its original and its renditions for good. */
  removeForGood(imageId: string): Promise<void> {
    return this.#api.delete(`/images/${imageId}`, { query: { permanent: true } });
  }

  retry(imageId: string): Promise<Image> {
    return this.#api.post(`/images/${imageId}/retry`);
  }
}
