import type { Listener, Rule, RuleCondition, TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import { quote } from './haproxy-quoting.ts';

/** What Elastic Load Balancing knows of one load balancer. */
export interface DeployedBalancer {
  idleTimeoutSeconds: number;
  listeners: { listener: Listener; rules: Rule[] }[];
  targetGroups: DeployedTargetGroup[];
}

export interface DeployedTargetGroup {
  group: TargetGroup;
  attributes: Map<string, string>;
}

/** As many targets as one group may have. HAProxy reserves their places. */
export const PLACES = 24;

/** The name of a target group's backend. */
export function backendOf(targetGroupArn: string): string {
  return targetGroupArn.split(':').at(-1)?.replaceAll('/', '-') ?? '';
}

/**
 * A load balancer as HAProxy's settings: listeners, rules in their order, target groups with their health checks.
 * What an Application Load Balancer adds to requests is added; it tries no target twice, and so does this.
 *
 * @param certificate of the listeners that speak TLS
 * @param socket for commands to it
 */
export function renderBalancer(deployed: DeployedBalancer, certificate: string, socket: string): string {
  return `
global
  stats socket ${socket} mode 600 level admin
  log stdout format raw daemon

defaults
  mode http
  log global
  option httplog
  retries 0
  timeout connect 10s
  timeout client ${deployed.idleTimeoutSeconds}s
  timeout server ${deployed.idleTimeoutSeconds}s
${deployed.listeners.map(({ listener, rules }) => renderListener(listener, rules, certificate)).join('')}
${deployed.targetGroups.map(renderTargetGroup).join('')}`;
}

function renderListener({ Port, Protocol }: Listener, rules: Rule[], certificate: string): string {
  const isTls = Protocol === 'HTTPS';
  const inOrder = rules.toSorted((a, b) => rankOf(a) - rankOf(b));
  return `
frontend listener-${Port}
  bind :${Port} ${isTls ? `ssl crt ${certificate} alpn h2,http/1.1` : ''}
  http-request set-header x-forwarded-for "%[req.fhdr(x-forwarded-for)], %[src]" if { req.fhdr(x-forwarded-for) -m found }
  http-request set-header x-forwarded-for %[src] unless { req.fhdr(x-forwarded-for) -m found }
  http-request set-header x-forwarded-proto ${isTls ? 'https' : 'http'}
  http-request set-header x-forwarded-port ${Port}
  ${inOrder.map(renderCondition).join('\n  ')}
  ${inOrder.map(renderAction).toSorted().join('\n  ')}
`;
}

function rankOf(rule: Rule): number {
  return rule.IsDefault ? Number.POSITIVE_INFINITY : Number(rule.Priority);
}

/** The first rule whose conditions hold leaves its number, and so the order of what follows is free. */
function renderCondition(rule: Rule, index: number): string {
  const conditions = (rule.Conditions ?? []).map((each) => `{ ${renderTest(each)} }`);
  return `http-request set-var(txn.rule) int(${index}) if !{ var(txn.rule) -m found } ${conditions.join(' ')}`;
}

function renderTest(condition: RuleCondition): string {
  if (condition.Field === 'http-header') {
    const { HttpHeaderName, Values = [] } = condition.HttpHeaderConfig ?? {};
    return `req.fhdr(${HttpHeaderName}) -m reg -i ${Values.map(toRegularExpression).join(' ')}`;
  }
  if (condition.Field === 'path-pattern') {
    const patterns = condition.PathPatternConfig?.Values ?? condition.Values ?? [];
    return `path -m reg ${patterns.map(toRegularExpression).join(' ')}`;
  }
  throw new Error(`expected a condition on a header or the path but received ${condition.Field}`);
}

function renderAction(rule: Rule, index: number): string {
  const when = `if { var(txn.rule) -m int ${index} }`;
  const action = rule.Actions?.[0];
  if (action?.Type === 'forward')
    return `use_backend ${backendOf(action.TargetGroupArn ?? action.ForwardConfig?.TargetGroups?.[0]?.TargetGroupArn ?? '')} ${when}`;
  if (action?.Type === 'redirect') {
    const code = action.RedirectConfig?.StatusCode?.replace('HTTP_', '');
    return `http-request redirect scheme ${action.RedirectConfig?.Protocol?.toLowerCase()} code ${code} ${when}`;
  }
  if (action?.Type === 'fixed-response') {
    const { StatusCode, ContentType, MessageBody = '' } = action.FixedResponseConfig ?? {};
    return `http-request return status ${StatusCode} content-type ${ContentType} string ${quote(MessageBody)} ${when}`;
  }
  throw new Error(`expected an action that forwards, redirects or answers but received ${action?.Type}`);
}

function renderTargetGroup({ group, attributes }: DeployedTargetGroup): string {
  const isLeast = attributes.get('load_balancing.algorithm.type') === 'least_outstanding_requests';
  const check = [
    `check inter ${group.HealthCheckIntervalSeconds}s`,
    `rise ${group.HealthyThresholdCount} fall ${group.UnhealthyThresholdCount}`,
  ].join(' ');
  return `
backend ${backendOf(group.TargetGroupArn ?? '')}
  balance ${isLeast ? 'leastconn' : 'roundrobin'}
  option httpchk
  timeout check ${group.HealthCheckTimeoutSeconds}s
  http-check send meth GET uri ${group.HealthCheckPath} ver HTTP/1.1 hdr host target hdr user-agent ELB-HealthChecker/2.0
  http-check expect status ${group.Matcher?.HttpCode ?? '200'}
  server-template target- 1-${PLACES} 127.0.0.1:9 ${check} disabled
`;
}

/** `*` stands for anything, `?` for one character. */
function toRegularExpression(pattern: string): string {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return quote(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`);
}
