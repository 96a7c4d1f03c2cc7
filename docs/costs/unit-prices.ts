/** When and for which region the prices were written down, from AWS's public price pages. US dollars, without tax. */
export const PRICED = { date: '2026-11-24', region: 'us-east-1', regionName: 'US East (N. Virginia)' };

export const HOURS_A_MONTH = 730;

/** An hour of a Linux host on demand. */
export const HOST_HOUR: Readonly<Record<string, number>> = {
  't4g.nano': 0.0042,
  't4g.micro': 0.0084,
  't4g.small': 0.0168,
  't4g.medium': 0.0336,
  't4g.large': 0.0672,
  'm7g.large': 0.0816,
  'm7g.xlarge': 0.1632,
  'r7g.large': 0.1071,
  'r7g.xlarge': 0.2142,
  't3.nano': 0.0052,
  't3.micro': 0.0104,
  't3.small': 0.0208,
  't3.medium': 0.0416,
  't3.large': 0.0832,
  'm7i.large': 0.1008,
  'm7i.xlarge': 0.2016,
  'r7i.large': 0.1323,
  'r7i.xlarge': 0.2646,
};

/** A GB-second of Lambda. */
export const FUNCTION_GB_SECOND: Readonly<Record<string, number>> = {
  arm64: 0.0000133334,
  x86_64: 0.0000166667,
};

interface UnitPrice {
  unit: string;
  dollars: number;
}

/** The rest, each with what it is a price of. */
export const UNIT_PRICES = {
  volume: { unit: 'EBS gp3, GB a month', dollars: 0.08 },
  snapshot: { unit: 'EBS snapshot, GB a month', dollars: 0.05 },
  natHour: { unit: 'NAT gateway, hour', dollars: 0.045 },
  natGb: { unit: 'NAT gateway, GB that passes', dollars: 0.045 },
  addressHour: { unit: 'public IPv4 address, hour', dollars: 0.005 },
  balancerHour: { unit: 'Application Load Balancer, hour', dollars: 0.0225 },
  balancerUnitHour: { unit: 'load balancer capacity unit, hour', dollars: 0.008 },
  s3Standard: { unit: 'S3 Standard, GB a month', dollars: 0.023 },
  s3Frequent: { unit: 'S3 Intelligent-Tiering, frequent access, GB a month', dollars: 0.023 },
  s3Infrequent: { unit: 'S3 Intelligent-Tiering, infrequent access, GB a month', dollars: 0.0125 },
  s3Archive: { unit: 'S3 Intelligent-Tiering, archive instant access, GB a month', dollars: 0.004 },
  s3Monitoring: { unit: 'S3 Intelligent-Tiering, an object watched a month', dollars: 0.0025 / 1000 },
  s3Transition: { unit: 'S3 lifecycle, an object moved to Intelligent-Tiering', dollars: 0.01 / 1000 },
  s3Put: { unit: 'S3, a PUT or LIST', dollars: 0.005 / 1000 },
  s3Get: { unit: 'S3, a GET', dollars: 0.0004 / 1000 },
  invocation: { unit: 'Lambda, an invocation', dollars: 0.2 / 1e6 },
  queueRequest: { unit: 'SQS, a request', dollars: 0.4 / 1e6 },
  transferOut: {
    unit: 'data out of S3 or EC2 to the internet, GB after the first 100 a month',
    dollars: 0.09,
  },
  transferZone: { unit: 'data between two zones, GB in each direction', dollars: 0.01 },
  edgeGb: {
    unit: 'CloudFront to North America and Europe, GB after the first 1,000 a month',
    dollars: 0.085,
  },
  edgeRequest: {
    unit: 'CloudFront, an HTTPS request after the first 10 million a month',
    dollars: 0.01 / 1e4,
  },
  key: { unit: 'KMS key, a month', dollars: 1 },
  keyRequest: { unit: 'KMS, a request', dollars: 0.03 / 1e4 },
  secret: { unit: 'Secrets Manager, a secret a month', dollars: 0.4 },
  zone: { unit: 'Route 53 private hosted zone, a month', dollars: 0.5 },
  alarm: { unit: 'CloudWatch alarm, a month', dollars: 0.1 },
  metric: { unit: 'CloudWatch metric of our own or of detailed monitoring, a month', dollars: 0.3 },
  dashboard: { unit: 'CloudWatch dashboard, a month', dollars: 3 },
  logGb: { unit: 'CloudWatch Logs, GB taken in', dollars: 0.5 },
  logGbKept: { unit: 'CloudWatch Logs, compressed GB kept a month', dollars: 0.03 },
  trace: { unit: 'X-Ray, a trace', dollars: 5 / 1e6 },
} as const satisfies Record<string, UnitPrice>;

/** @returns dollars for so many of the unit */
export function price(name: keyof typeof UNIT_PRICES, quantity: number): number {
  return UNIT_PRICES[name].dollars * quantity;
}
