import * as assumed from './assumptions.ts';
import { type Deployment, readDeployment } from './deployment.ts';
import { hostCount, monthlyCosts, requests, resizeSeconds, resizing, total } from './monthly-costs.ts';
import { FUNCTION_GB_SECOND, HOST_HOUR, PRICED, price, UNIT_PRICES } from './unit-prices.ts';
import { usageOf } from './usage.ts';

const ENVIRONMENTS = ['default', 'high-availability'];

/** Settings of the function's memory that are compared; less than the first the largest pictures do not allow. */
const SETTINGS_MIB = [1536, 1769, 2048, 3008];

/** The whole of docs/costs.md. */
export function costsPage(): string {
  const deployments = ENVIRONMENTS.map((name) => readDeployment(name));
  const [standard] = deployments as [Deployment];
  return `${[
    '# Costs',
    `What a gallery costs a month, in US dollars without tax. Made by \`npm run costs -- --write\` from the defaults in
\`template.yaml\`, the environments in \`samconfig.toml\` and the resources in \`stacks/\`; a test fails when this page is
older than they are. The unit prices below are AWS's public ones for ${PRICED.region} (${PRICED.regionName}), as its
price list was known on ${PRICED.date}; nothing fetches them, so check those that matter to you. Other regions differ;
Frankfurt (eu-central-1) is some 10 to 20 % dearer.`,
    '## A month',
    profileTable(deployments),
    monthTable(deployments),
    '## What moves it',
    `Hosts, NAT gateway, load balancer and metrics are paid whether anyone comes or not; of a small gallery they are
nearly all, and the hosts and the NAT gateway two thirds. What a change of one parameter does to ${images(100_000)} images
of the default:`,
    leverTable(),
    `With \`WebMinHosts=1\` or \`ApiMinHosts=1\` a host that fails is missing until the next has started, some minutes. At ten
million images take the high-availability hosts for the database at least: 2 GiB of memory no longer hold its indexes.`,
    '## An image more',
    imageTable(standard),
    `A million resizes cost **${money(resizingOf(standard, 1e6))}**, of which Lambda's time is most, and
${money(requests({ uploads: 1e6, looks: 0, renditionsPerImage: usageOf(1).renditionsPerImage }))} for S3's requests. By the memory of the function:`,
    memoryTable(standard),
    `Its share of a processor grows with its memory up to one whole at ${assumed.PROCESSOR_MIB} MiB; a resize cannot use more, so beyond
it only the price grows, and below it what is saved is only the waiting for S3. The seconds are computed: the picture
step's CPU time, which was the same under every quota of the kernel's that stood for a share, divided by that share.`,
    '## What it assumes',
    assumptionList(standard),
    'All of it stands in `docs/costs/assumptions.ts`; put your own figures in and run `npm run costs`.',
    "Left out: tax, support plans, AWS's free tier but for transfer and CloudFront, a domain name, deploys, restores.",
    '## Unit prices',
    `${PRICED.regionName}, ${PRICED.date}.`,
    unitTable(),
  ].join('\n\n')}\n`;
}

function profileTable(deployments: Deployment[]): string {
  const host = (deployment: Deployment, role: string) => {
    const { parameters } = deployment;
    return `${parameters[`${role}MinHosts`]} x ${parameters[`${role}InstanceType`]}`;
  };
  const rows = deployments.map((deployment) => [
    `**${deployment.name}**`,
    host(deployment, 'Web'),
    host(deployment, 'Api'),
    `${deployment.parameters['DatabaseInstanceType']}, ${deployment.parameters['DatabaseVolumeGiB']} GiB`,
    `${deployment.parameters['NatGateways']}`,
  ]);
  return table(['environment', 'web servers', 'API hosts', 'database', 'NAT gateways'], rows);
}

function monthTable(deployments: Deployment[]): string {
  const columns = deployments.flatMap((deployment) =>
    assumed.GALLERY_SIZES.map((size) => ({
      title: `${deployment.name}, ${images(size)}`,
      costs: monthlyCosts(deployment, size),
    })),
  );
  const parts = Object.keys(columns[0]!.costs);
  const rows = parts.map((part) => [part, ...columns.map(({ costs }) => dollars(costs[part]!))]);
  const totals = ['**Together**', ...columns.map(({ costs }) => `**${dollars(total(costs))}**`)];
  return table(['', ...columns.map(({ title }) => title)], [...rows, totals], 'right');
}

function leverTable(): string {
  const size = 100_000;
  const standard = total(monthlyCosts(readDeployment('default'), size));
  const intel = {
    WebInstanceType: 't3.micro',
    ApiInstanceType: 't3.small',
    DatabaseInstanceType: 't3.small',
  };
  const levers: Record<string, string>[] = [
    { NatGateways: 'one-per-zone' },
    { WebMinHosts: '1' },
    { ApiMinHosts: '1' },
    { ApiInstanceType: 't4g.micro' },
    { DatabaseInstanceType: 'm7g.large' },
    { Architecture: 'x86_64', ...intel },
    { LogRetentionInDays: '30' },
  ];
  const rows = levers.map((changes) => {
    const difference = total(monthlyCosts(readDeployment('default', changes), size)) - standard;
    const names = Object.entries(changes).map(([name, value]) => `\`${name}=${value}\``);
    return [names.join(' '), `${difference < 0 ? '-' : '+'}${money(Math.abs(difference))}`];
  });
  return table(['parameter', 'a month'], rows, 'right');
}

function imageTable(deployment: Deployment): string {
  const { renditionsPerImage, renditionGb, originalGb, databaseGb } = usageOf(1);
  const making = resizingOf(deployment, 1) + requests({ uploads: 1, looks: 0, renditionsPerImage });
  const beside = price('s3Standard', renditionGb) + price('volume', databaseGb * assumed.DATABASE_HEADROOM);
  const rows = [
    ['bringing in 1,000 (upload, resize, requests)', making],
    ['keeping 1,000 for a month, new', price('s3Standard', originalGb) + beside],
    [
      'keeping 1,000 for a month, unread for four',
      price('s3Archive', originalGb) + price('s3Monitoring', 1) + beside,
    ],
    ['showing 1,000 in the grid', look(assumed.RENDITION_BYTES[640])],
    ['showing 1,000 large', look(assumed.RENDITION_BYTES[2048])],
    ['downloading 1,000 originals', look(assumed.ORIGINAL_BYTES)],
  ] as const;
  return table(
    ['images', 'dollars'],
    rows.map(([deed, cost]) => [deed, (cost * 1000).toFixed(4)]),
    'right',
  );
}

function memoryTable(deployment: Deployment): string {
  const own = deployment.parameters['ResizeMemoryMiB'];
  const rows = SETTINGS_MIB.map((memoryMiB) => {
    const parameters = { ...deployment.parameters, ResizeMemoryMiB: `${memoryMiB}` };
    const title = `${memoryMiB} MiB${`${memoryMiB}` === own ? ' (the default)' : ''}`;
    const million = resizingOf({ ...deployment, parameters }, 1e6);
    return [title, resizeSeconds(memoryMiB).toFixed(2), million.toFixed(2)];
  });
  return table(['memory', 'seconds a resize', 'dollars a million resizes'], rows, 'right');
}

/** Without what the queue costs while nothing happens. */
function resizingOf(deployment: Deployment, uploads: number): number {
  return resizing(deployment, { uploads }) - resizing(deployment, { uploads: 0 });
}

function look(bytes: number): number {
  return price('s3Get', 1) + price('transferOut', bytes / 1e9);
}

function assumptionList(deployment: Deployment): string {
  const { grid, large, original } = assumed.LOOKS_PER_IMAGE;
  const renditions = Object.entries(assumed.RENDITION_BYTES).map(
    ([width, bytes]) => `${width}: ${Math.round(bytes / 1000)} kB`,
  );
  const months = assumed.MONTHS_OF_TWELVE;
  return [
    `an original has ${assumed.ORIGINAL_BYTES / 1e6} MB (12 megapixels); its renditions are ${renditions.join(', ')} (measured:
  the mean of 18 photographs)`,
    'a gallery grew evenly over a year, so a twelfth of it arrives each month',
    `in a month each image is shown ${grid} times in the grid, ${large} times large, ${original} times as the original`,
    `of an original's first twelve months ${months.standard} is in S3 Standard, ${months.frequent} in Intelligent-Tiering's frequent tier,
  ${months.infrequent} in its infrequent one and ${months.archive} in archive instant access`,
    `a resize takes ${assumed.RESIZE_CPU_SECONDS} s of one processor (measured: \`npm run bench -- resize\`), ${assumed.LAMBDA_SLOWNESS} times as long on Lambda's, and waits ${assumed.RESIZE_WAIT_SECONDS} s
  for S3; neither of the last two is measured yet`,
    `an image takes ${assumed.DATABASE_BYTES / 1000} kB of the database (measured: 1.6 kB); a volume that is too small for that is grown`,
    `hosts stay at their fewest (${hostCount(deployment)} of the default), at these sizes and looks a few requests a second at most`,
    `a host sends and receives ${assumed.NAT_GB_PER_HOST} GB through NAT and writes ${assumed.LOG_GB_PER_HOST} GB of logs, flow logs included`,
  ]
    .map((line) => `- ${line}`)
    .join('\n');
}

function unitTable(): string {
  const hosts = Object.entries(HOST_HOUR).map(([type, hour]) => [`EC2 ${type}, hour`, `${hour}`]);
  const others = Object.values(UNIT_PRICES).map(({ unit, dollars }) => [unit, plain(dollars)]);
  const lambda = Object.entries(FUNCTION_GB_SECOND).map(([architecture, second]) => [
    `Lambda ${architecture}, GB-second`,
    plain(second),
  ]);
  return table(['unit', 'dollars'], [...hosts, ...lambda, ...others], 'right');
}

function table(
  head: string[],
  rows: readonly (readonly string[])[],
  align: 'left' | 'right' = 'left',
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (align === 'right' && index > 0 ? '---:' : '---'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

function images(count: number): string {
  return count >= 1e6 ? `${count / 1e6} million` : count.toLocaleString('en');
}

function dollars(amount: number): string {
  return amount > 0 && amount < 0.01
    ? '<0.01'
    : amount >= 100
      ? Math.round(amount).toLocaleString('en')
      : amount.toFixed(2);
}

function money(amount: number): string {
  return `$${dollars(amount)}`;
}

/** Without an exponent. */
function plain(amount: number): string {
  return amount.toFixed(10).replace(/\.?0+$/, '');
}
