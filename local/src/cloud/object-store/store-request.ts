import type { Exchange } from '../http/exchange.ts';

/** A verified request to the object store. `key` is empty where the bucket itself is meant. */
export interface StoreRequest extends Exchange {
  bucket: string;
  key: string;
}
