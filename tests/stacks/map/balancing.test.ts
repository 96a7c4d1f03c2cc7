import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { CHECKOUT } from '../../runner/run-program.ts';
import { loadSystem, type Place, type System } from '../templates/system.ts';

function listeners(system: System): Place[] {
  return system.ofType('AWS::ElasticLoadBalancingV2::Listener');
}

function ruleOf(system: System, name: string): { priority: number; fields: string[]; target: string } {
  const { Priority, Conditions, Actions } = system.place(name).Properties;
  return {
    priority: Priority,
    fields: Conditions.map((condition: { Field: string }) => condition.Field).sort(),
    target: system.withId(Actions[0].TargetGroupArn).name,
  };
}

const WEB = 'WebStack/TargetGroup';
const API = 'ApiStack/TargetGroup';

describe('the load balancer', () => {
  let system: System;
  beforeAll(async () => {
    system = await loadSystem('default');
  });

  test('is one, faces the internet, and stands in both public subnets', () => {
    const [balancer, ...others] = system.ofType('AWS::ElasticLoadBalancingV2::LoadBalancer');
    expect(others).toEqual([]);
    expect(balancer!.Properties).toMatchObject({ Type: 'application', Scheme: 'internet-facing' });
    const subnets = balancer!.Properties['Subnets'].map((id: string) => system.withId(id).name);
    expect(subnets).toEqual(['NetworkStack/PublicSubnetA', 'NetworkStack/PublicSubnetB']);
  });

  test('spreads requests over the hosts of each group', () => {
    for (const [target, group] of [
      [WEB, 'WebStack/AutoScalingGroup'],
      [API, 'ApiStack/AutoScalingGroup'],
    ] as const) {
      const arns = system.place(group).Properties['TargetGroupARNs'];
      expect(arns.map((arn: string) => system.withId(arn).name)).toEqual([target]);
      expect(system.place(target).Properties).toMatchObject({
        Protocol: 'HTTP',
        HealthCheckPath: expect.any(String),
      });
    }
  });

  test('sends the API what is below /api, and the web servers the rest', () => {
    const api = system.place('ApiStack/ListenerRule').Properties;
    const paths = api['Conditions'].find((each: { Field: string }) => each.Field === 'path-pattern');
    expect(paths.PathPatternConfig.Values).toContain('/api/*');
    const [first, second] = [ruleOf(system, 'ApiStack/ListenerRule'), ruleOf(system, 'WebStack/OriginRule')];
    expect(first.target).toBe(API);
    expect(second.target).toBe(WEB);
    expect(first.priority).toBeLessThan(second.priority);
  });

  test('names in its log, and to its hosts, only what a browser may send', () => {
    const attributes = system.place('WebStack/LoadBalancer').Properties['LoadBalancerAttributes'];
    expect(attributes).toContainEqual({
      Key: 'routing.http.drop_invalid_header_fields.enabled',
      Value: 'true',
    });
    expect(attributes).toContainEqual({ Key: 'access_logs.s3.enabled', Value: 'true' });
    const bucket = attributes.find((each: { Key: string }) => each.Key === 'access_logs.s3.bucket');
    expect(system.withId(bucket.Value).name).toBe('LogsStack/LogBucket');
  });
});

describe('behind CloudFront', () => {
  let system: System;
  beforeAll(async () => {
    system = await loadSystem('default');
  });

  test('the load balancer answers 403 to whoever does not know the secret', () => {
    expect(listeners(system).map((each) => each.name)).toEqual(['WebStack/HttpListener']);
    expect(listeners(system)[0]!.Properties['DefaultActions']).toEqual([
      { Type: 'fixed-response', FixedResponseConfig: expect.objectContaining({ StatusCode: '403' }) },
    ]);
    for (const rule of system.ofType('AWS::ElasticLoadBalancingV2::ListenerRule')) {
      const header = rule.Properties['Conditions'].find(
        (each: { Field: string }) => each.Field === 'http-header',
      );
      expect(header.HttpHeaderConfig.HttpHeaderName).toBe('x-origin-verify');
      expect(header.HttpHeaderConfig.Values).toEqual([
        expect.stringMatching(/^\{\{resolve:secretsmanager:arn:aws:/),
      ]);
    }
  });

  test('CloudFront shows the very secret that the load balancer asks for', () => {
    const [origin, ...others] =
      system.place('EdgeStack/Distribution').Properties['DistributionConfig'].Origins;
    expect(others).toEqual([]);
    const rule = system.place('WebStack/OriginRule').Properties['Conditions'];
    expect(origin.OriginCustomHeaders).toEqual([
      { HeaderName: 'x-origin-verify', HeaderValue: rule[0].HttpHeaderConfig.Values[0] },
    ]);
    expect(
      system.place('WebStack/OriginSecret').Properties['GenerateSecretString'].PasswordLength,
    ).toBeGreaterThan(31);
    const balancer = system.place('WebStack/LoadBalancer');
    expect(origin.DomainName).toContain(balancer.logicalId.toLowerCase());
  });

  test('browsers are led to HTTPS, and answers of the API are not kept', () => {
    const config = system.place('EdgeStack/Distribution').Properties['DistributionConfig'];
    const behaviours = [config.DefaultCacheBehavior, ...config.CacheBehaviors];
    for (const { ViewerProtocolPolicy } of behaviours) expect(ViewerProtocolPolicy).toBe('redirect-to-https');
    const api = config.CacheBehaviors.find((each: { PathPattern: string }) => each.PathPattern === '/api/*');
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
    expect(api.CachePolicyId).toBe('4135ea2d-6df8-44a3-9df3-4b5a84be39ad');
    expect(api.AllowedMethods).toEqual(expect.arrayContaining(['POST', 'PATCH', 'DELETE']));
    // CloudFront keeps errors of the origin for ten seconds unless it is told not to.
    const kept = config.CustomErrorResponses.filter(
      (each: { ErrorCachingMinTTL: number }) => each.ErrorCachingMinTTL !== 0,
    );
    expect(kept).toEqual([]);
    const codes = config.CustomErrorResponses.map((each: { ErrorCode: number }) => each.ErrorCode);
    expect(codes).toEqual(expect.arrayContaining([403, 404, 500, 502, 503, 504]));
  });

  test('web servers ask for no header of the request that CloudFront keeps to itself', async () => {
    const { DefaultCacheBehavior } = system.place('EdgeStack/Distribution').Properties['DistributionConfig'];
    expect(DefaultCacheBehavior).not.toHaveProperty('OriginRequestPolicyId');
    const policy = system.withId(DefaultCacheBehavior.CachePolicyId).Properties['CachePolicyConfig'];
    expect(policy.ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig).toEqual({ HeaderBehavior: 'none' });
    const site = await readFile(path.join(CHECKOUT, 'hosts/web/nginx-site.conf'), 'utf8');
    const asked = [...site.matchAll(/\$http_(\w+)/g)].map((match) => match[1]!);
    // The load balancer adds these itself. CloudFront leaves out Accept, for one.
    expect(asked.filter((header) => !header.startsWith('x_forwarded_'))).toEqual([]);
  });

  test('the site is at an HTTPS address, and nothing warns', () => {
    expect(system.root.outputs['SiteUrl']).toMatch(/^https:\/\//);
    expect(system.root.outputs).not.toHaveProperty('Warning');
  });
});

describe('with a certificate', () => {
  let system: System;
  beforeAll(async () => {
    system = await loadSystem('certificate');
  });

  test('the load balancer speaks TLS 1.2 and 1.3 alone, and port 80 only redirects', () => {
    const http = system.place('WebStack/HttpListener').Properties;
    expect(http['DefaultActions']).toEqual([
      { Type: 'redirect', RedirectConfig: expect.objectContaining({ Protocol: 'HTTPS', Port: '443' }) },
    ]);
    const https = system.place('WebStack/HttpsListener').Properties;
    expect(https).toMatchObject({ Port: 443, Protocol: 'HTTPS' });
    expect(https['SslPolicy']).toMatch(/^ELBSecurityPolicy-TLS13-1-[23]/);
    expect(https['Certificates']).toEqual([{ CertificateArn: system.root.parameters['CertificateArn'] }]);
    expect(system.withId(https['DefaultActions'][0].TargetGroupArn).name).toBe(WEB);
  });

  test("the API's rule stands at that listener, and there is no CloudFront", () => {
    const { ListenerArn } = system.place('ApiStack/ListenerRule').Properties;
    expect(system.withId(ListenerArn).name).toBe('WebStack/HttpsListener');
    expect(ruleOf(system, 'ApiStack/ListenerRule').fields).toEqual(['path-pattern']);
    expect(system.root.stacks).not.toHaveProperty('EdgeStack');
    expect(system.root.outputs['SiteUrl']).toBe('https://gallery.example.org');
  });
});

describe('without HTTPS', () => {
  test('port 80 serves, and an output warns', async () => {
    const system = await loadSystem('without HTTPS');
    const [action] = system.place('WebStack/HttpListener').Properties['DefaultActions'];
    expect(system.withId(action.TargetGroupArn).name).toBe(WEB);
    expect(system.root.outputs['SiteUrl']).toMatch(/^http:\/\//);
    expect(system.root.outputs['Warning']).toMatch(/in clear/);
  });
});
