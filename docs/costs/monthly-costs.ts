import * as assumed from './assumptions.ts';
import type { Deployment } from './deployment.ts';
import { FUNCTION_GB_SECOND, HOST_HOUR, HOURS_A_MONTH, price } from './unit-prices.ts';
import { sum, type Usage, usageOf } from './usage.ts';

/** Dollars a month by part, in the order of the page. */
export type Costs = Readonly<Record<string, number>>;

export function monthlyCosts(deployment: Deployment, images: number): Costs {
  const usage = usageOf(images);
  return {
    'Hosts (EC2)': hosts(deployment),
    'Disks and snapshots (EBS)': disks(deployment, usage),
    'NAT gateways': natGateways(deployment),
    'Load balancer': loadBalancer(usage),
    'Originals and renditions kept (S3)': storage(usage),
    'Requests to S3': requests(usage),
    'Pictures sent to browsers (S3)': price('transferOut', Math.max(0, usage.pictureGb - 100)),
    'Resizing (Lambda, SQS, X-Ray)': resizing(deployment, usage),
    CloudFront: edge(deployment, usage),
    'Backups (S3)': price('s3Standard', usage.databaseGb * assumed.BACKUP_COPIES),
    'Key, secrets, private zone': secrets(deployment, usage),
    'Metrics, alarms, dashboard': watching(deployment),
    Logs: logs(deployment, usage),
  };
}

export function total(costs: Costs): number {
  return sum(Object.values(costs));
}

/** What one upload costs until its thumbnails are there. */
export function resizing({ parameters }: Deployment, { uploads }: Pick<Usage, 'uploads'>): number {
  const memoryMiB = Number(parameters['ResizeMemoryMiB']);
  const gbSecond = FUNCTION_GB_SECOND[parameters['Architecture'] ?? ''] ?? Number.NaN;
  return (
    uploads * resizeSeconds(memoryMiB) * (memoryMiB / 1024) * gbSecond +
    price('invocation', uploads) +
    price('queueRequest', uploads * assumed.QUEUE_REQUESTS_PER_IMAGE) +
    price('queueRequest', Number(parameters['ApiMinHosts']) * assumed.QUEUE_POLLS_PER_HOST) +
    price('trace', uploads * assumed.TRACED_SHARE)
  );
}

/** How long one resize is paid for at a setting of the function's memory. */
export function resizeSeconds(memoryMiB: number): number {
  const share = Math.min(1, memoryMiB / assumed.PROCESSOR_MIB);
  return (assumed.RESIZE_CPU_SECONDS * assumed.LAMBDA_SLOWNESS) / share + assumed.RESIZE_WAIT_SECONDS;
}

export function hostCount({ parameters }: Deployment): number {
  return 1 + Number(parameters['WebMinHosts']) + Number(parameters['ApiMinHosts']);
}

function hosts({ parameters }: Deployment): number {
  const hour = (role: string) => {
    const type = parameters[`${role}InstanceType`] ?? '';
    const dollars = HOST_HOUR[type];
    if (dollars === undefined) throw new Error(`Expected the price of an hour of ${type} in unit-prices.ts.`);
    return dollars;
  };
  const hourly =
    hour('Web') * Number(parameters['WebMinHosts']) +
    hour('Api') * Number(parameters['ApiMinHosts']) +
    hour('Database');
  return hourly * HOURS_A_MONTH;
}

/** The operator grows the volume where the database needs more than the template gives it. */
function disks(deployment: Deployment, { databaseGb }: Usage): number {
  const given = Number(deployment.parameters['DatabaseVolumeGiB']);
  const volume = Math.max(given, Math.ceil(databaseGb * assumed.DATABASE_HEADROOM));
  const roots = hostCount(deployment) * deployment.rootVolumeGiB;
  return price('volume', roots + volume) + price('snapshot', databaseGb * assumed.SNAPSHOT_COPIES);
}

function natGateways(deployment: Deployment): number {
  const gateways = deployment.parameters['NatGateways'] === 'one' ? 1 : 2;
  const gb = hostCount(deployment) * assumed.NAT_GB_PER_HOST;
  // With one gateway about half of the hosts send through the other zone.
  const between = gateways === 1 ? price('transferZone', gb) : 0;
  return (
    gateways * HOURS_A_MONTH * (price('natHour', 1) + price('addressHour', 1)) + price('natGb', gb) + between
  );
}

/** Billed by the busiest of its measures: here a GB an hour, or 25 new connections a second. */
function loadBalancer({ siteGb, apiRequests, pageRequests }: Usage): number {
  const connections = (apiRequests + pageRequests) / (HOURS_A_MONTH * 3600) / 25;
  const units = Math.max(siteGb / HOURS_A_MONTH, connections);
  const addresses = 2 * price('addressHour', HOURS_A_MONTH);
  return price('balancerHour', HOURS_A_MONTH) + price('balancerUnitHour', units * HOURS_A_MONTH) + addresses;
}

function storage({ images, originalGb, renditionGb }: Usage): number {
  const { standard, frequent, infrequent, archive } = assumed.MONTHS_OF_TWELVE;
  const tiered = (images * (12 - standard)) / 12;
  return (
    price('s3Standard', (originalGb * standard) / 12 + renditionGb) +
    price('s3Frequent', (originalGb * frequent) / 12) +
    price('s3Infrequent', (originalGb * infrequent) / 12) +
    price('s3Archive', (originalGb * archive) / 12) +
    price('s3Monitoring', tiered)
  );
}

/** An upload is one PUT, read once by the function, which writes the renditions; a month later it changes class. */
export function requests({
  uploads,
  looks,
  renditionsPerImage,
}: Pick<Usage, 'uploads' | 'looks' | 'renditionsPerImage'>) {
  return (
    price('s3Put', uploads * (1 + renditionsPerImage)) +
    price('s3Get', uploads + looks) +
    price('s3Transition', uploads)
  );
}

function edge({ parameters }: Deployment, { siteGb, apiRequests, pageRequests }: Usage): number {
  if (parameters['Https'] !== 'cloudfront') return price('transferOut', siteGb);
  const paidRequests = Math.max(0, apiRequests + pageRequests - 10e6);
  return price('edgeGb', Math.max(0, siteGb - 1000)) + price('edgeRequest', paidRequests);
}

function secrets({ count }: Deployment, { uploads }: Usage): number {
  return (
    price('key', count('AWS::KMS::Key')) +
    price('keyRequest', assumed.KEY_REQUESTS.base + assumed.KEY_REQUESTS.perImage * uploads) +
    price('secret', count('AWS::SecretsManager::Secret')) +
    price('zone', count('AWS::Route53::HostedZone'))
  );
}

function watching(deployment: Deployment): number {
  const { count } = deployment;
  // A target tracking policy keeps two alarms of its own.
  const alarms = count('AWS::CloudWatch::Alarm') + 2 * count('AWS::AutoScaling::ScalingPolicy');
  const metrics =
    assumed.OWN_METRICS +
    count('AWS::Logs::MetricFilter') +
    hostCount(deployment) * assumed.DETAILED_METRICS_PER_HOST;
  return (
    price('alarm', alarms) +
    price('metric', metrics) +
    price('dashboard', count('AWS::CloudWatch::Dashboard'))
  );
}

function logs(deployment: Deployment, usage: Usage): number {
  const { apiRequests, pageRequests, uploads, looks, renditionsPerImage } = usage;
  const bytes =
    (apiRequests + pageRequests) * assumed.LOG_BYTES.perRequest + uploads * assumed.LOG_BYTES.perResize;
  const gb = bytes / 1e9 + hostCount(deployment) * assumed.LOG_GB_PER_HOST;
  const monthsKept = Number(deployment.parameters['LogRetentionInDays']) / 30.4;
  const accesses = looks + uploads * (2 + renditionsPerImage);
  return (
    price('logGb', gb) +
    price('logGbKept', gb * assumed.LOG_COMPRESSION * monthsKept) +
    price('s3Standard', ((accesses * assumed.ACCESS_LOG_BYTES) / 1e9) * monthsKept)
  );
}
