/** The account and region a system is resolved for. Examples: nothing of them may stand in a template. */
export const ACCOUNT = '111122223333';
export const REGION = 'eu-central-1';

/** Resources whose Ref is their ARN. */
const REF_IS_ARN = new Set([
  'AWS::CertificateManager::Certificate',
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::ListenerRule',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::IAM::ManagedPolicy',
  'AWS::Lambda::LayerVersion',
  'AWS::SNS::Topic',
  'AWS::SecretsManager::Secret',
]);

/** Attributes that say the same as Ref, or as Arn, under another name. */
const IS_REF = new Set([
  'GroupId',
  'VpcId',
  'SubnetId',
  'VolumeId',
  'QueueName',
  'AllocationId',
  'Id',
  'Name',
]);
const IS_ARN = new Set(['Arn', 'TopicArn', 'TargetGroupArn', 'LoadBalancerArn', 'ListenerArn']);

/** A name that no other resource of the system has, made of the stack's path and the logical id. */
function nameOf(stack: string, logicalId: string): string {
  return `${stack}/${logicalId}`.toLowerCase().replaceAll('/', '-');
}

/** How the last part of an ARN looks, for the types whose ARN templates take apart. */
const ARN_TAILS: Record<string, (name: string) => string> = {
  'AWS::ElasticLoadBalancingV2::Listener': (name) => `listener/app/balancer/0123456789abcdef/${name}`,
  'AWS::ElasticLoadBalancingV2::LoadBalancer': (name) => `loadbalancer/app/${name}/0123456789abcdef`,
  'AWS::ElasticLoadBalancingV2::TargetGroup': (name) => `targetgroup/${name}/0123456789abcdef`,
  'AWS::KMS::Key': (name) => `key/${name}`,
  'AWS::Lambda::Function': (name) => `function:${name}`,
  'AWS::Logs::LogGroup': (name) => `log-group:${name}:*`,
  'AWS::SecretsManager::Secret': (name) => `secret:${name}-AbCdEf`,
};

function arnOf(type: string, name: string): string {
  const [, service = '', kind = ''] = type.toLowerCase().split('::');
  if (service === 's3') return `arn:aws:s3:::${name}`;
  if (service === 'iam') return `arn:aws:iam::${ACCOUNT}:${kind}/${name}`;
  const prefix = service === 'elasticloadbalancingv2' ? 'elasticloadbalancing' : service;
  return `arn:aws:${prefix}:${REGION}:${ACCOUNT}:${ARN_TAILS[type]?.(name) ?? name}`;
}

/** What Ref gives for a resource: an example in the form that AWS gives it. */
export function exampleRef(stack: string, logicalId: string, type: string, givenName?: string): string {
  const name = givenName ?? nameOf(stack, logicalId);
  if (REF_IS_ARN.has(type)) return arnOf(type, name);
  if (type === 'AWS::SQS::Queue') return `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${name}`;
  return name;
}

/** What Fn::GetAtt gives for a resource. Where it is but another name of Ref or the ARN, it is the same here. */
export function exampleAttribute(
  stack: string,
  logicalId: string,
  type: string,
  attribute: string,
  givenName?: string,
): string {
  const name = givenName ?? nameOf(stack, logicalId);
  if (IS_ARN.has(attribute)) return arnOf(type, name);
  if (IS_REF.has(attribute)) return REF_IS_ARN.has(type) ? arnOf(type, name) : name;
  return `${name}.${attribute}`.toLowerCase();
}
