/** An ARN as a certificate has one. */
export const ARN = 'arn:aws:acm:eu-central-1:111122223333:certificate/12345678-1234-1234-1234-123456789012';

/** What a person may type that a parameter's own constraints refuse; the parameter that is refused comes first. */
export const BAD_VALUES: [what: string, given: Record<string, string>][] = [
  ['no address for the administrator', { AdminEmail: '' }],
  ['an address that is none', { AdminEmail: 'ada' }],
  ['an address that a shell would take for a command', { AdminEmail: 'ada$(reboot)@example.org' }],
  ['two addresses for alarms', { AlarmEmail: 'a@example.org,b@example.org' }],
  ['a CIDR that is not one', { VpcCidr: '10.0.0.0' }],
  ['a CIDR with too large a number', { VpcCidr: '10.256.0.0/16' }],
  ['a CIDR whose subnets would not fit', { VpcCidr: '10.20.0.0/24' }],
  ['a CIDR that is not at the start of its block', { VpcCidr: '10.20.1.0/16' }],
  ['a CIDR of public addresses', { VpcCidr: '8.8.0.0/16' }],
  ['several CIDRs, which might overlap', { VpcCidr: '10.20.0.0/16,10.20.0.0/17' }],
  ['an unknown NAT choice', { NatGateways: 'two' }],
  ['an unknown architecture', { Architecture: 'riscv64' }],
  ['an unknown way to HTTPS', { Https: 'sometimes' }],
  ['an unknown choice of who signs up', { SignUp: 'maybe' }],
  ['an unknown choice of what to begin with', { SampleContent: 'some' }],
  ['SSH from the whole world', { SshCidr: '0.0.0.0/0', SshKeyPair: 'operator' }],
  ['SSH from half of the world', { SshCidr: '0.0.0.0/1', SshKeyPair: 'operator' }],
  ['SSH from no CIDR', { SshCidr: '203.0.113.7', SshKeyPair: 'operator' }],
  ['SSH from a CIDR with too long a prefix', { SshCidr: '203.0.113.7/33', SshKeyPair: 'operator' }],
  [
    'a domain with upper case',
    { DomainName: 'Gallery.example.org', Https: 'certificate', CertificateArn: ARN },
  ],
  [
    'a certificate that is no ARN',
    { CertificateArn: 'mine', Https: 'certificate', DomainName: 'a.example.org' },
  ],
  ['an instance type that EC2 does not know', { WebInstanceType: 't99.enormous' }],
  ['no web server at all', { WebMinHosts: '0' }],
  ['a number that is none', { ApiMaxHosts: 'many' }],
  ['a volume that is too small', { DatabaseVolumeGiB: '1' }],
  ['a function with too little memory', { ResizeMemoryMiB: '128' }],
  ['a log retention that CloudWatch does not offer', { LogRetentionInDays: '12' }],
  ['a parameter that is not there', { Colour: 'blue' }],
];
