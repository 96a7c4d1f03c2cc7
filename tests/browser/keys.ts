import type { Locator, Page } from 'playwright-core';

/** More than any page has. */
const MOST_STOPS = 60;

/** Goes to an element with the Tab key alone, and presses Enter on it. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await hasFocus(target.first())) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`expected ${target} within ${MOST_STOPS} tab stops`);
}

/** Waits until the element has the focus. */
export async function expectFocus(target: Locator): Promise<void> {
  const element = await target.elementHandle();
  const page = target.page();
  await page
    .waitForFunction((wanted) => wanted === document.activeElement, element)
    .catch(async (cause) => {
      const focused = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
      throw new Error(`expected ${target} to have the focus, but this has it: ${focused}`, { cause });
    });
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** Waits until something has the focus, which a deed that takes its own button away would leave to nothing. */
export async function expectHeld(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.activeElement !== null && document.activeElement !== document.body,
  );
}
