import type { Image } from '../../core/api/api-types';
import { isFault } from '../transfer/upload-fault';
import type { UploadTransport } from '../transfer/upload-transport';
import type { ListedEntry } from './entry-list';
import { Lanes } from './lanes';

/** Small requests beside the uploads, of which there may be thousands. */
const AT_ONCE = 2;

/** Gives up at the server what was cancelled in the page, and tells of what had arrived by then. */
export class GivingUp {
  readonly #entries = new Map<string, ListedEntry>();
  readonly #lanes = new Lanes(AT_ONCE, (id) => this.#giveUp(id));

  constructor(
    private readonly transport: Pick<UploadTransport, 'giveUp' | 'image'>,
    private readonly onArrived: (entry: ListedEntry, image: Image) => void,
  ) {}

  push(entry: ListedEntry): void {
    if (entry.imageId === null) return;
    this.#entries.set(entry.id, entry);
    this.#lanes.push(entry.id);
  }

  /** Where the server does not answer, it sweeps the upload away after a day. */
  async #giveUp(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    this.#entries.delete(id);
    if (!entry?.imageId) return;
    try {
      await this.transport.giveUp(entry.imageId);
    } catch (error) {
      if (!isFault(error, 'gone')) return;
      const image = await this.transport.image(entry.imageId).catch(() => null);
      if (image) this.onArrived(entry, image);
    }
  }
}
