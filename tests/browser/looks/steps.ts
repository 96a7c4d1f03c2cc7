import type { Page } from 'playwright-core';

/** Goes to an address and waits for the heading that it shows. */
export async function visit(page: Page, address: string, heading: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { name: heading, exact: true }).waitFor();
}
