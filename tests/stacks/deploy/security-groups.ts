import { DescribeSecurityGroupsCommand, type IpPermission, type SecurityGroup } from '@aws-sdk/client-ec2';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Deployed } from './deployed.ts';
import { resourceOf } from './gallery.ts';

/** What EC2 says about who may reach whom. Ports and peers, as `5432 from sg-...`. */
export function describeSecurityGroups(deployed: () => Deployed): void {
  let groups: SecurityGroup[];
  const id = (stack: string, logicalId: string) => resourceOf(deployed().gallery, stack, logicalId);
  const ingressOf = (group: string) => flatten(find(group).IpPermissions);
  const egressOf = (group: string) => flatten(find(group).IpPermissionsEgress);
  const find = (group: string) => {
    const found = groups.find((each) => each.GroupId === group);
    if (found === undefined) throw new Error(`expected the security group ${group}`);
    return found;
  };

  describe('security groups', () => {
    beforeAll(async () => {
      const answer = await deployed().clients.ec2.send(new DescribeSecurityGroupsCommand({}));
      const vpc = id('NetworkStack', 'Vpc');
      groups = (answer.SecurityGroups ?? []).filter((group) => group.VpcId === vpc);
    });

    test('let the world reach the load balancer on port 80 alone', () => {
      const open = groups.filter((group) =>
        ingressOf(group.GroupId ?? '').some((rule) => rule.includes('0.0.0.0/0')),
      );
      expect(open.map((group) => group.GroupId)).toEqual([id('WebStack', 'LoadBalancerSecurityGroup')]);
      expect(ingressOf(id('WebStack', 'LoadBalancerSecurityGroup'))).toEqual(['80 0.0.0.0/0']);
    });

    test('let only the load balancer reach web servers and API hosts', () => {
      const loadBalancer = id('WebStack', 'LoadBalancerSecurityGroup');
      expect(ingressOf(id('WebStack', 'WebSecurityGroup'))).toEqual([`80 ${loadBalancer}`]);
      expect(ingressOf(id('ApiStack', 'ApiSecurityGroup'))).toEqual([
        expect.stringContaining(` ${loadBalancer}`),
      ]);
      expect(ingressOf(id('ApiStack', 'ApiSecurityGroup'))).toHaveLength(1);
    });

    test("let only members of the database's client group reach the database, on 5432", () => {
      const clients = id('DatabaseStack', 'ClientSecurityGroup');
      const database = id('DatabaseStack', 'DatabaseSecurityGroup');
      expect(ingressOf(database)).toEqual([`5432 ${clients}`]);
      expect(egressOf(clients)).toEqual([`5432 ${database}`]);
    });

    test('let the load balancer reach nothing but web servers and API hosts', () => {
      const peers = egressOf(id('WebStack', 'LoadBalancerSecurityGroup')).map((rule) => rule.split(' ')[1]);
      const hosts = [id('WebStack', 'WebSecurityGroup'), id('ApiStack', 'ApiSecurityGroup')];
      expect(peers.sort()).toEqual(hosts.sort());
    });

    test('admit SSH nowhere where there is no bastion', () => {
      const admitting = groups.filter((group) =>
        ingressOf(group.GroupId ?? '').some((rule) => /^22 |^all /.test(rule)),
      );
      // Every VPC has a default group, whose members reach each other; nothing is a member of it.
      expect(admitting.map((group) => group.GroupName).filter((name) => name !== 'default')).toEqual([]);
    });
  });
}

function flatten(permissions: IpPermission[] = []): string[] {
  return permissions.flatMap((permission) => {
    const { FromPort: from, ToPort: to } = permission;
    const ports = permission.IpProtocol === '-1' ? 'all' : from === to ? `${from}` : `${from}-${to}`;
    const peers = [
      ...(permission.IpRanges ?? []).map((range) => range.CidrIp),
      ...(permission.UserIdGroupPairs ?? []).map((pair) => pair.GroupId),
      ...(permission.PrefixListIds ?? []).map((list) => list.PrefixListId),
    ];
    return peers.map((peer) => `${ports} ${peer}`);
  });
}
