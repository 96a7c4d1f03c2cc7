import { beforeAll, describe, expect, test } from '@jest/globals';
import { loadSystem, type System } from '../templates/system.ts';
import { hostsOf } from './hosts.ts';

const GROUPS = ['ApiStack', 'DatabaseStack', 'WebStack'];

describe('groups of hosts', () => {
  let system: System;
  beforeAll(async () => {
    system = await loadSystem('default');
  });

  test.each(GROUPS)('%s starts hosts from the newest version of its launch template', (stack) => {
    const group = system.place(`${stack}/AutoScalingGroup`);
    const { LaunchTemplateId, Version } = group.Properties['LaunchTemplate'];
    expect(system.withId(LaunchTemplateId).name).toBe(`${stack}/LaunchTemplate`);
    expect(Version).toMatch(/latestversionnumber$/);
  });

  test.each(GROUPS)(
    '%s replaces hosts one by one, each when the one before has said that it serves',
    (stack) => {
      const { MinSize } = system.place(`${stack}/AutoScalingGroup`).Properties;
      const update = system.place(`${stack}/AutoScalingGroup`).UpdatePolicy?.['AutoScalingRollingUpdate'];
      const stays = stack === 'DatabaseStack' ? 0 : MinSize;
      expect(update).toMatchObject({
        MaxBatchSize: 1,
        WaitOnResourceSignals: true,
        MinInstancesInService: stays,
      });
    },
  );

  test.each(['ApiStack', 'WebStack'])('%s waits at creation for as many hosts as there must be', (stack) => {
    const group = system.place(`${stack}/AutoScalingGroup`);
    expect(group.CreationPolicy?.['ResourceSignal']).toMatchObject({ Count: group.Properties['MinSize'] });
    expect(group.Properties['MaxSize']).toBeGreaterThan(group.Properties['MinSize']);
  });

  test.each(['ApiStack', 'WebStack'])(
    '%s spreads hosts over both private subnets and keeps to ELB health',
    (stack) => {
      const { VPCZoneIdentifier, HealthCheckType, TargetGroupARNs } = system.place(
        `${stack}/AutoScalingGroup`,
      ).Properties;
      const names = VPCZoneIdentifier.map((id: string) => system.withId(id).name);
      expect(names).toEqual(['NetworkStack/PrivateSubnetA', 'NetworkStack/PrivateSubnetB']);
      expect(HealthCheckType).toBe('ELB');
      expect(TargetGroupARNs.map((arn: string) => system.withId(arn).name)).toEqual([`${stack}/TargetGroup`]);
    },
  );

  test.each(['ApiStack', 'WebStack'])('%s scales on its processors', (stack) => {
    const policies = system.ofType('AWS::AutoScaling::ScalingPolicy').filter(({ Properties }) => {
      const { PredefinedMetricSpecification } = Properties['TargetTrackingConfiguration'];
      return PredefinedMetricSpecification.PredefinedMetricType === 'ASGAverageCPUUtilization';
    });
    const [policy, ...more] = policies.filter((each) => each.name.startsWith(`${stack}/`));
    expect(more).toEqual([]);
    expect(system.withId(policy!.Properties['AutoScalingGroupName']).name).toBe(`${stack}/AutoScalingGroup`);
    expect(policy!.Properties['PolicyType']).toBe('TargetTrackingScaling');
    const { TargetValue } = policy!.Properties['TargetTrackingConfiguration'];
    expect(TargetValue).toBeGreaterThanOrEqual(30);
    expect(TargetValue).toBeLessThanOrEqual(75);
  });

  test('the database is always one host, in the zone of its volume', () => {
    const { MinSize, MaxSize, VPCZoneIdentifier } = system.place('DatabaseStack/AutoScalingGroup').Properties;
    expect([Number(MinSize), Number(MaxSize)]).toEqual([1, 1]);
    const [subnet, ...others] = VPCZoneIdentifier.map((id: string) => system.withId(id));
    expect(others).toEqual([]);
    const zone = system.place('DatabaseStack/Volume').Properties['AvailabilityZone'];
    expect(subnet.name).toBe('NetworkStack/PrivateSubnetA');
    expect(zone).toBe(`${system.idOf(subnet)}.availabilityzone`);
  });

  test('the database host is told its volume, its bucket of backups and the name it answers to', () => {
    const [host] = hostsOf(system).filter(({ name }) => name.startsWith('DatabaseStack'));
    const { Volume, BackupBucket, Endpoint } = system.stack('DatabaseStack').outputs;
    expect(host!.userData).toContain(`VOLUME=${Volume}\n`);
    expect(host!.userData).toContain(`BACKUP_BUCKET=${BackupBucket}\n`);
    expect(host!.userData).toContain(`DATABASE_ENDPOINT=${Endpoint}\n`);
    const [zone] = system.ofType('AWS::Route53::HostedZone');
    expect(String(Endpoint)).toMatch(new RegExp(`\\.${zone!.Properties['Name']}$`));
    expect(zone!.Properties['VPCs']).toEqual([
      { VPCId: system.idOf(system.place('NetworkStack/Vpc')), VPCRegion: expect.any(String) },
    ]);
  });
});
