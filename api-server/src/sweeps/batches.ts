export const BATCH_SIZE = 200;
const MAX_BATCHES = 500;

/**
 * Works through a backlog in batches until one is not full. The bound is for a backlog that does not shrink.
 *
 * @param work handles one batch and says how many it had
 */
export async function inBatches(work: () => Promise<number>): Promise<void> {
  for (let batch = 0; batch < MAX_BATCHES; batch++) if ((await work()) < BATCH_SIZE) return;
}
