import type { Place, System } from '../templates/system.ts';

/** Who may reach whom. Groups are named like resources, such as WebStack/WebSecurityGroup. */
export interface AccessRule {
  group: string;
  /** A group, or an IPv4 block. */
  peer: string;
  protocol: string;
  ports: string;
}

interface RuleProperties {
  CidrIp?: string;
  CidrIpv6?: string;
  SourceSecurityGroupId?: string;
  DestinationSecurityGroupId?: string;
  SourcePrefixListId?: string;
  IpProtocol: string;
  FromPort?: number;
  ToPort?: number;
}

/** All rules by which something is admitted, wherever in the system they stand. */
export function ingress(system: System): AccessRule[] {
  return rules(system, 'SecurityGroupIngress', 'AWS::EC2::SecurityGroupIngress');
}

/** All rules by which something may go out. */
export function egress(system: System): AccessRule[] {
  return rules(system, 'SecurityGroupEgress', 'AWS::EC2::SecurityGroupEgress');
}

/** The name of the security group that has this id. */
export function groupName(system: System, id: string): string {
  const group = system.ofType('AWS::EC2::SecurityGroup').find((each) => system.idOf(each) === id);
  if (!group) throw new Error(`expected a security group with the id ${id}`);
  return group.name;
}

function rules(system: System, property: string, type: string): AccessRule[] {
  const inline = system
    .ofType('AWS::EC2::SecurityGroup')
    .flatMap((group) =>
      (group.Properties[property] ?? []).map((rule: RuleProperties) => read(system, group, rule)),
    );
  const apart = system.ofType(type).map((place) => {
    const group = system.place(groupName(system, place.Properties['GroupId']));
    return read(system, group, place.Properties as RuleProperties);
  });
  return [...inline, ...apart];
}

function read(system: System, group: Place, rule: RuleProperties): AccessRule {
  const id = rule.SourceSecurityGroupId ?? rule.DestinationSecurityGroupId;
  const peer =
    id === undefined ? (rule.CidrIp ?? rule.CidrIpv6 ?? rule.SourcePrefixListId) : groupName(system, id);
  if (peer === undefined) throw new Error(`expected a peer in ${JSON.stringify(rule)} of ${group.name}`);
  const ports = rule.FromPort === rule.ToPort ? String(rule.FromPort) : `${rule.FromPort}-${rule.ToPort}`;
  return { group: group.name, peer, protocol: rule.IpProtocol, ports };
}
