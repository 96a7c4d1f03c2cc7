import type { IpPermission } from '@aws-sdk/client-ec2';
import type { SecurityGroup } from './deployed-network.ts';

/** What the rules speak of: who has which address. */
export interface Members {
  /** The addresses of hosts, with the groups each is a member of. */
  groupsByAddress: Map<string, string[]>;
  /** Those of them that the world reaches. */
  publicAddresses: string[];
  /** Those whose hosts are dead: nothing comes from them, and what goes to them is lost without a word. */
  deadAddresses: string[];
}

/**
 * The security groups as nftables rules of the router, through which every packet goes, also between neighbours.
 * Stateful as on AWS: what was let in is answered. A new connection between hosts needs both the egress of the one
 * and the ingress of the other. Name resolution is the router's own and passes, as AWS's does.
 */
export function renderSecurityGroups(groups: SecurityGroup[], members: Members): string {
  const addresses = [...members.groupsByAddress.keys()];
  const membersOf = (id: string) =>
    addresses.filter((each) => members.groupsByAddress.get(each)?.includes(id));
  return `
table ip stage
delete table ip stage
table ip stage {
  ${renderSet('hosts', addresses)}
  ${renderSet('public', members.publicAddresses)}
  ${renderSet('dead', members.deadAddresses)}
  ${groups.map((group) => renderSet(setOf(group.id), membersOf(group.id))).join('\n  ')}
  chain to_router {
    type filter hook input priority filter; policy drop;
    ct state established,related accept
    meta l4proto { tcp, udp } th dport 53 accept
  }
  chain through_router {
    type filter hook forward priority filter; policy drop;
    ip saddr @dead drop
    ip daddr @dead drop
    ct state established,related accept
    ct state invalid drop
    iifname "outside" ip daddr @hosts ip daddr != @public drop
    ip saddr @hosts goto egress
    goto ingress
  }
  chain egress {
    ${groups.flatMap((group) => group.egress.flatMap((each) => renderRules(group.id, 'egress', each))).join('\n    ')}
  }
  chain ingress {
    ip daddr != @hosts accept
    ${groups.flatMap((group) => group.ingress.flatMap((each) => renderRules(group.id, 'ingress', each))).join('\n    ')}
  }
}
`;
}

function renderRules(group: string, direction: 'ingress' | 'egress', permission: IpPermission): string[] {
  const isEgress = direction === 'egress';
  const [own, other, verdict] = isEgress ? ['saddr', 'daddr', 'goto ingress'] : ['daddr', 'saddr', 'accept'];
  return peersOf(permission).map((peer) =>
    [`ip ${own} @${setOf(group)}`, `ip ${other} ${peer}`, renderPorts(permission), verdict].join(' '),
  );
}

/** Prefix lists and IPv6 do not occur on the stage. */
function peersOf(permission: IpPermission): string[] {
  const ranges = (permission.IpRanges ?? []).map((range) => range.CidrIp ?? '');
  const groups = (permission.UserIdGroupPairs ?? []).map((pair) => `@${setOf(pair.GroupId ?? '')}`);
  return [...ranges, ...groups];
}

function renderPorts({ IpProtocol, FromPort, ToPort }: IpPermission): string {
  if (IpProtocol === 'tcp' || IpProtocol === 'udp') return `${IpProtocol} dport ${FromPort}-${ToPort}`;
  return IpProtocol === '-1' ? '' : `ip protocol ${IpProtocol}`;
}

function renderSet(name: string, elements: string[]): string {
  const content = elements.length === 0 ? '' : `elements = { ${elements.join(', ')} }`;
  return `set ${name} { type ipv4_addr; ${content} }`;
}

function setOf(group: string): string {
  return group.replace('-', '_');
}
