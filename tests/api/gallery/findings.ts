import type { Application } from '@movieflix/api-server/application.ts';
import type { Finding } from '@movieflix/api-server/reconciliation/finding.ts';
import {
  type ReconcileOptions,
  reconcileImages,
} from '@movieflix/api-server/reconciliation/reconcile-images.ts';

/** All that a run finds. By itself it mends nothing, and reads pages so small that every gallery has several. */
export async function findingsOf(
  app: Application,
  options: Partial<ReconcileOptions> = {},
): Promise<Finding[]> {
  const defaults = { isMending: false, pageSize: 2, now: () => new Date() };
  const findings: Finding[] = [];
  for await (const finding of reconcileImages(app, { ...defaults, ...options })) findings.push(finding);
  return findings;
}
