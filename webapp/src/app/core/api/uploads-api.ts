import { Injectable, inject } from '@angular/core';
import { ApiClient } from './api-client';
import type { ArrivedPart, Image, SignedRequest, UploadAnswer, UploadAsk } from './api-types';

/** Uploads under `/api/images`. Every method rejects with an `ApiError`. */
@Injectable({ providedIn: 'root' })
export class UploadsApi {
  readonly #api = inject(ApiClient);

  /** Asks for an upload. The same bytes again resume it where it is pending, else they are a duplicate. */
  ask(ask: UploadAsk): Promise<UploadAnswer> {
    return this.#api.post('/images', ask);
  }

  /**
   * @param partNumber from 1
   * @param sha256 of the part, 64 hexadecimal digits
   */
  signPart(imageId: string, partNumber: number, sha256: string): Promise<SignedRequest> {
    return this.#api.post(`/images/${imageId}/parts/${partNumber}`, { sha256 });
  }

  async arrivedParts(imageId: string): Promise<ArrivedPart[]> {
    const { items } = await this.#api.get<{ items: ArrivedPart[] }>(`/images/${imageId}/parts`);
    return items;
  }

  async complete(imageId: string): Promise<Image> {
    const { image } = await this.#api.post<{ image: Image }>(`/images/${imageId}/complete`);
    return image;
  }

  giveUp(imageId: string): Promise<void> {
    return this.#api.delete(`/images/${imageId}/upload`);
  }
}
