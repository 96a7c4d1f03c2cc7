import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { ImageFinding } from '@movieflix/contracts';

// In the log, in CloudWatch's embedded metric format, so that measuring costs no request of its own. Galleries of
// one account are told apart by their functions' names.
const metrics = new Metrics({
  namespace: 'movieFlix',
  serviceName: 'resize-image',
  defaultDimensions: { function_name: process.env['AWS_LAMBDA_FUNCTION_NAME'] ?? 'resize-image' },
});

/** Counts what became of one original, and how long that took. */
export function measureFinding({ outcome }: ImageFinding, milliseconds: number): void {
  metrics.addMetric('ImagesResized', MetricUnit.Count, outcome === 'ready' ? 1 : 0);
  metrics.addMetric('ImagesRejected', MetricUnit.Count, outcome === 'rejected' ? 1 : 0);
  metrics.addMetric('ResizeDuration', MetricUnit.Milliseconds, Math.round(milliseconds));
  metrics.publishStoredMetrics();
}
