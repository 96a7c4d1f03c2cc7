import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';

/** An empty database of the browser. jsdom has neither one nor `structuredClone`, and its files cannot be cloned. */
export function freshDatabase(): void {
  globalThis.indexedDB = new IDBFactory();
  globalThis.structuredClone = <T>(value: T): T => {
    return value instanceof Blob || typeof value !== 'object' ? value : { ...value };
  };
}
