import type { Page } from 'playwright-core';

export interface Point {
  x: number;
  y: number;
}

const STEPS = 10;

/** A finger on the page, which Playwright can only tap with. */
export interface Finger {
  /** Comes down on a place. */
  press(at: Point): Promise<void>;
  /** Moves on to a place, by way of what lies between. */
  drag(to: Point): Promise<void>;
  lift(): Promise<void>;
}

export async function fingerOn(page: Page): Promise<Finger> {
  const session = await page.context().newCDPSession(page);
  let last: Point = { x: 0, y: 0 };
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  return {
    async press(at) {
      last = at;
      await send('touchStart', [at]);
    },
    async drag(to) {
      const from = last;
      for (let step = 1; step <= STEPS; step++) {
        const share = step / STEPS;
        last = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
        await send('touchMove', [last]);
      }
    },
    lift: async () => {
      await send('touchEnd', []);
    },
  };
}
