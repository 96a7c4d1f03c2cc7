import type { Clients } from '../emulator/clients.ts';
import type { Emulator } from '../emulator/start-emulator.ts';
import type { Gallery } from './gallery.ts';
import type { Deploy } from './sam-deploy.ts';

/** What one `sam deploy` made, and the ways to look at it. */
export interface Deployed {
  emulator: Emulator;
  clients: Clients;
  deploy: Deploy;
  gallery: Gallery;
}
