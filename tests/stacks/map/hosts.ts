import type { Place, System } from '../templates/system.ts';

/** What a host is started with, whether a launch template or the bastion's own resource says it. */
export interface Host {
  name: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape is CloudFormation's own.
  data: Record<string, any>;
  userData: string;
}

/** All hosts of a system. */
export function hostsOf(system: System): Host[] {
  const read = (place: Place, data: Host['data']) => ({
    name: place.name,
    data,
    userData: Buffer.from(data['UserData'], 'base64').toString(),
  });
  return [
    ...system
      .ofType('AWS::EC2::LaunchTemplate')
      .map((each) => read(each, each.Properties['LaunchTemplateData'])),
    ...system.ofType('AWS::EC2::Instance').map((each) => read(each, each.Properties)),
  ];
}

/** The instance profile that a host is started with. */
export function profileOf(system: System, host: Host): Place {
  const { IamInstanceProfile: profile } = host.data;
  return system.withId(typeof profile === 'string' ? profile : (profile.Arn ?? profile.Name));
}
