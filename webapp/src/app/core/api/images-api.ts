import { HttpClient, HttpParams } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { lastValueFrom } from 'rxjs';
import { RUNTIME_CONFIG } from '../config/runtime-config';
import type {
  ArrivedPart,
  Image,
  ImagePage,
  ImagePatch,
  ImageStatus,
  ImageWithOriginal,
  SignedRequest,
  UploadAnswer,
  UploadAsk,
  Visibility,
  Year,
} from './api-types';

export interface ImageQuery {
  /** 1 to 200. */
  limit?: number;
  cursor?: string;
  q?: string;
  owner?: string;
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
  readonly #http = inject(HttpClient);
  readonly #url = `${inject(RUNTIME_CONFIG).apiUrl}/images`;

  list(query: ImageQuery): Promise<ImagePage> {
    const params = new HttpParams({ fromObject: { ...query } });
    return lastValueFrom(this.#http.get<ImagePage>(this.#url, { params }));
  }

  /** The months in which images were taken, by year, the latest first. */
  async years(query: Pick<ImageQuery, 'owner' | 'visibility'>): Promise<Year[]> {
    const params = new HttpParams({ fromObject: { ...query } });
    return (await lastValueFrom(this.#http.get<{ items: Year[] }>(`${this.#url}/years`, { params }))).items;
  }

  get(imageId: string): Promise<ImageWithOriginal> {
    return lastValueFrom(this.#http.get<ImageWithOriginal>(`${this.#url}/${imageId}`));
  }

  patch(imageId: string, patch: ImagePatch): Promise<Image> {
    return lastValueFrom(this.#http.patch<Image>(`${this.#url}/${imageId}`, patch));
  }

  async trash(imageId: string): Promise<void> {
    await lastValueFrom(this.#http.delete(`${this.#url}/${imageId}`));
  }

  restore(imageId: string): Promise<Image> {
    return lastValueFrom(this.#http.post<Image>(`${this.#url}/${imageId}/restore`, {}));
  }

  /** Removes an image that is in the trash, its original and its renditions for good. */
  async removeForGood(imageId: string): Promise<void> {
    await lastValueFrom(this.#http.delete(`${this.#url}/${imageId}`, { params: { permanent: true } }));
  }

  retry(imageId: string): Promise<Image> {
    return lastValueFrom(this.#http.post<Image>(`${this.#url}/${imageId}/retry`, {}));
  }

  /** Asks for an upload. The same bytes again resume it where it is pending, else they are a duplicate. */
  askForUpload(ask: UploadAsk): Promise<UploadAnswer> {
    return lastValueFrom(this.#http.post<UploadAnswer>(this.#url, ask));
  }

  /**
   * @param partNumber from 1
   * @param sha256 of the part, 64 hexadecimal digits
   */
  signPart(imageId: string, partNumber: number, sha256: string): Promise<SignedRequest> {
    const url = `${this.#url}/${imageId}/parts/${partNumber}`;
    return lastValueFrom(this.#http.post<SignedRequest>(url, { sha256 }));
  }

  async arrivedParts(imageId: string): Promise<ArrivedPart[]> {
    const answer = this.#http.get<{ items: ArrivedPart[] }>(`${this.#url}/${imageId}/parts`);
    return (await lastValueFrom(answer)).items;
  }

  async complete(imageId: string): Promise<Image> {
    const answer = this.#http.post<{ image: Image }>(`${this.#url}/${imageId}/complete`, {});
    return (await lastValueFrom(answer)).image;
  }

  async giveUpUpload(imageId: string): Promise<void> {
    await lastValueFrom(this.#http.delete(`${this.#url}/${imageId}/upload`));
  }
}
