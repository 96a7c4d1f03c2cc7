import {
  DescribeListenersCommand,
  DescribeLoadBalancerAttributesCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  type LoadBalancer,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Deployed } from '../../stacks/deploy/deployed.ts';
import { resourceOf } from '../../stacks/deploy/gallery.ts';
import type { DeployedBalancer } from './balancer-settings.ts';

export async function describeLoadBalancer({ clients, gallery }: Deployed): Promise<LoadBalancer> {
  const LoadBalancerArns = [resourceOf(gallery, 'WebStack', 'LoadBalancer')];
  const answer = await clients.loadBalancing.send(new DescribeLoadBalancersCommand({ LoadBalancerArns }));
  return answer.LoadBalancers![0]!;
}

/** Listeners, rules and target groups as Elastic Load Balancing describes them. */
export async function describeBalancer(deployed: Deployed): Promise<DeployedBalancer> {
  const { loadBalancing } = deployed.clients;
  const LoadBalancerArn = resourceOf(deployed.gallery, 'WebStack', 'LoadBalancer');
  const { Listeners = [] } = await loadBalancing.send(new DescribeListenersCommand({ LoadBalancerArn }));
  const listeners = [];
  for (const listener of Listeners) {
    const { ListenerArn } = listener;
    const { Rules = [] } = await loadBalancing.send(new DescribeRulesCommand({ ListenerArn }));
    listeners.push({ listener, rules: Rules });
  }
  const { TargetGroups = [] } = await loadBalancing.send(new DescribeTargetGroupsCommand({}));
  const targetGroups = [];
  for (const group of TargetGroups) {
    const command = new DescribeTargetGroupAttributesCommand({ TargetGroupArn: group.TargetGroupArn });
    const { Attributes = [] } = await loadBalancing.send(command);
    targetGroups.push({ group, attributes: toMap(Attributes) });
  }
  const command = new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn });
  const { Attributes = [] } = await loadBalancing.send(command);
  const idle = toMap(Attributes).get('idle_timeout.timeout_seconds');
  return { idleTimeoutSeconds: Number(idle ?? 60), listeners, targetGroups };
}

function toMap(attributes: { Key?: string | undefined; Value?: string | undefined }[]): Map<string, string> {
  return new Map(attributes.map(({ Key = '', Value = '' }) => [Key, Value]));
}
