import { describe } from '@jest/globals';

/**
 * A describe that is skipped, with the reason in its name, where this machine cannot do what its tests need. Under
 * CI=true they run and fail with that reason instead.
 *
 * @param prepare readies the machine; throws a sentence where it cannot be
 * @param tests await what was prepared in a hook
 */
export async function describeWherePossible<T>(
  name: string,
  prepare: () => Promise<T>,
  tests: (prepared: Promise<T>) => void,
): Promise<void> {
  const prepared = prepare();
  const reason = await prepared.then(
    () => undefined,
    (error: Error) => error.message,
  );
  if (reason === undefined || process.env['CI'] === 'true') return describe(name, () => tests(prepared));
  describe.skip(`${name} (skipped: ${reason})`, () => tests(prepared));
}
