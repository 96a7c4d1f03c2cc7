import {
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTargetGroupsCommand,
  type Rule,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Deployed } from './deployed.ts';
import { outputOf, resourceOf } from './gallery.ts';

/** What Elastic Load Balancing says of the way in. */
export function describeLoadBalancing(deployed: () => Deployed): void {
  const id = (stack: string, logicalId: string) => resourceOf(deployed().gallery, stack, logicalId);
  let rules: Rule[];

  describe('the load balancer', () => {
    beforeAll(async () => {
      const { loadBalancing } = deployed().clients;
      const LoadBalancerArn = id('WebStack', 'LoadBalancer');
      const { Listeners = [] } = await loadBalancing.send(new DescribeListenersCommand({ LoadBalancerArn }));
      expect(Listeners.map(({ Port, Protocol }) => `${Protocol} ${Port}`)).toEqual(['HTTP 80']);
      const { ListenerArn } = Listeners[0]!;
      rules = (await loadBalancing.send(new DescribeRulesCommand({ ListenerArn }))).Rules ?? [];
    });

    test('stands in the public subnets and faces the internet', async () => {
      const command = new DescribeLoadBalancersCommand({
        LoadBalancerArns: [id('WebStack', 'LoadBalancer')],
      });
      const { LoadBalancers = [] } = await deployed().clients.loadBalancing.send(command);
      const subnets = LoadBalancers[0]?.AvailabilityZones?.map((zone) => zone.SubnetId).join();
      expect(subnets).toBe(outputOf(deployed().gallery.nested['NetworkStack'], 'PublicSubnets'));
      expect(LoadBalancers[0]?.Scheme).toBe('internet-facing');
    });

    test('sends /api/* to the API, the rest to the web servers, and refuses who does not come by CloudFront', async () => {
      const { secrets } = deployed().clients;
      const secret = new GetSecretValueCommand({ SecretId: id('WebStack', 'OriginSecret') });
      const proof = `x-origin-verify: ${(await secrets.send(secret)).SecretString}`;
      const asked = rules
        .filter((rule) => !rule.IsDefault)
        .sort((a, b) => Number(a.Priority) - Number(b.Priority));
      const ordered = [...asked, ...rules.filter((rule) => rule.IsDefault)];
      const told = ordered.map((rule) => [conditionsOf(rule), targetOf(rule)]);
      expect(told).toEqual([
        [expect.arrayContaining(['/api/*', proof]), id('ApiStack', 'TargetGroup')],
        [[proof], id('WebStack', 'TargetGroup')],
        [[], '403'],
      ]);
    });

    test('asks API hosts and web servers for their health', async () => {
      const { loadBalancing } = deployed().clients;
      const { TargetGroups = [] } = await loadBalancing.send(new DescribeTargetGroupsCommand({}));
      const paths = new Map(TargetGroups.map((group) => [group.TargetGroupArn, group.HealthCheckPath]));
      expect(paths.get(id('ApiStack', 'TargetGroup'))).toMatch(/^\/api\/(ready|health)$/);
      expect(paths.get(id('WebStack', 'TargetGroup'))).toBe('/web-health');
    });
  });
}

function conditionsOf(rule: Rule): string[] {
  return (rule.Conditions ?? []).flatMap(({ Field, HttpHeaderConfig, PathPatternConfig, Values }) => {
    if (Field === 'http-header')
      return (HttpHeaderConfig?.Values ?? []).map((value) => `${HttpHeaderConfig?.HttpHeaderName}: ${value}`);
    return PathPatternConfig?.Values ?? Values ?? [];
  });
}

function targetOf(rule: Rule): string | undefined {
  const action = rule.Actions?.[0];
  return action?.FixedResponseConfig?.StatusCode ?? action?.TargetGroupArn;
}
