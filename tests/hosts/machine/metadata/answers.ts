/** Credentials of an instance's role. */
export interface RoleCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  expiration: Date;
}

/** What an instance can learn about itself. */
export interface About {
  instanceId: string;
  instanceType: string;
  region: string;
  zone: string;
  address: string;
  mac: string;
  /** As the launch template has it, decoded. */
  userData: string;
  role: { name: string; credentials: () => Promise<RoleCredentials> };
  /** Of the key pair, in OpenSSH's form. */
  publicKeys: Record<string, string>;
}

const ACCOUNT = '000000000000';
const IMAGE = 'ami-00000000000000001';

/** The metadata service's files by their paths below the version. Folders are what the paths say. */
export async function answersOf(about: About): Promise<Record<string, string>> {
  const { instanceId, instanceType, region, zone, address, mac, role } = about;
  const host = `ip-${address.replaceAll('.', '-')}.${region === 'us-east-1' ? 'ec2' : `${region}.compute`}.internal`;
  const identity = {
    ...{ accountId: ACCOUNT, architecture: process.arch === 'arm64' ? 'arm64' : 'x86_64', imageId: IMAGE },
    ...{
      availabilityZone: zone,
      region,
      instanceId,
      instanceType,
      privateIp: address,
      version: '2017-09-30',
    },
  };
  const keys = Object.entries(about.publicKeys).map(
    ([name, key], index) => [`meta-data/public-keys/${index}=${name}/openssh-key`, key] as const,
  );
  return {
    'user-data': about.userData,
    'dynamic/instance-identity/document': JSON.stringify(identity),
    'meta-data/ami-id': IMAGE,
    'meta-data/ami-launch-index': '0',
    'meta-data/autoscaling/target-lifecycle-state': 'InService',
    'meta-data/hostname': host,
    [`meta-data/iam/security-credentials/${role.name}`]: credentialsText(await role.credentials()),
    'meta-data/instance-id': instanceId,
    'meta-data/instance-life-cycle': 'on-demand',
    'meta-data/instance-type': instanceType,
    'meta-data/local-hostname': host,
    'meta-data/local-ipv4': address,
    'meta-data/mac': mac,
    [`meta-data/network/interfaces/macs/${mac}/device-number`]: '0',
    [`meta-data/network/interfaces/macs/${mac}/local-ipv4s`]: address,
    [`meta-data/network/interfaces/macs/${mac}/mac`]: mac,
    'meta-data/placement/availability-zone': zone,
    'meta-data/placement/region': region,
    ...Object.fromEntries(keys),
    'meta-data/reservation-id': 'r-00000000000000001',
    'meta-data/services/domain': 'amazonaws.com',
    'meta-data/services/partition': 'aws',
  };
}

/** What a path answers, or what is in it where it is a folder; undefined where there is nothing. */
export function answer(answers: Record<string, string>, asked: string): string | undefined {
  const path = asked.replace(/\/$/, '').replace(/public-keys\/(\d+)(?=\/|$)/, (_, index: string) => {
    const key = Object.keys(answers).find((each) => each.startsWith(`meta-data/public-keys/${index}=`));
    return `public-keys/${key?.split('/')[2]}`;
  });
  const file = answers[path];
  if (file !== undefined) return file;
  const below = Object.keys(answers).filter((each) => each.startsWith(`${path}/`));
  const names = below.map((each) => each.slice(path.length + 1).split('/'));
  if (names.length === 0) return undefined;
  const isKey = path.endsWith('/public-keys');
  return [...new Set(names.map(([name, more]) => (more === undefined || isKey ? name : `${name}/`)))].join(
    '\n',
  );
}

function credentialsText(credentials: RoleCredentials): string {
  const seconds = (date: Date) => date.toISOString().replace(/\.\d+Z$/, 'Z');
  return JSON.stringify({
    ...{ Code: 'Success', Type: 'AWS-HMAC', LastUpdated: seconds(new Date()) },
    ...{ AccessKeyId: credentials.accessKeyId, SecretAccessKey: credentials.secretAccessKey },
    ...{ Token: credentials.sessionToken, Expiration: seconds(credentials.expiration) },
  });
}
