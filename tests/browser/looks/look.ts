import type { Page } from 'playwright-core';
import type { Content } from './content.ts';

/** Who looks: a visitor is signed out, a newcomer has just signed up and has nothing yet. */
export type Viewer = 'visitor' | 'newcomer' | 'member' | 'admin';

/** What one page shows in one state. */
export interface Look {
  as: Viewer;
  /**
   * Brings a page that has shown nothing yet into the state, and returns when all of it is there. It is done again for
   * each device, so it leaves the content as it was.
   */
  reach(page: Page, content: Content): Promise<void>;
}
