import { beforeAll, describe, expect, test } from '@jest/globals';
import { loadSystem, loadTemplates, makeSystem, type Place, type System } from '../templates/system.ts';

let system: System;
let alarms: Place[];
beforeAll(async () => {
  system = await loadSystem('default');
  alarms = system.ofType('AWS::CloudWatch::Alarm');
});

/** Metric names of all alarms, those of their mathematics included. */
function watched(): string[] {
  return alarms.flatMap(({ Properties: { MetricName, Metrics = [] } }) => [
    MetricName,
    ...Metrics.map(
      (each: { MetricStat?: { Metric: { MetricName: string } } }) => each.MetricStat?.Metric.MetricName,
    ),
  ]);
}

describe('alarms', () => {
  test.each([
    ['resize errors', 'Errors'],
    ['dead letters', 'ApproximateNumberOfMessagesVisible'],
    ['answers that failed at a host', 'HTTPCode_Target_5XX_Count'],
    ['answers that failed at the load balancer', 'HTTPCode_ELB_5XX_Count'],
    ['unhealthy hosts', 'UnHealthyHostCount'],
    ["the database's disk", 'DiskUsedPercent'],
    ['processor credits', 'CPUSurplusCreditsCharged'],
  ])('watch %s', (_, metric) => {
    expect(watched()).toContain(metric);
  });

  test('all tell the topic, which may be told, and say what to do', () => {
    const topic = system.idOf(system.place('WatchStack/AlarmTopic'));
    for (const { name, Properties } of alarms) {
      expect([name, Properties['AlarmActions']]).toEqual([name, [topic]]);
      expect([name, Properties['ActionsEnabled']]).not.toEqual([name, false]);
      expect([name, Properties['AlarmDescription']]).toEqual([name, expect.stringMatching(/.{30,}/s)]);
      expect([name, Properties['TreatMissingData']]).toEqual([name, expect.any(String)]);
    }
    const [policy] = system.ofType('AWS::SNS::TopicPolicy');
    expect(policy!.Properties['PolicyDocument'].Statement[0]).toMatchObject({
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Resource: topic,
    });
  });

  test('name resources that are there', () => {
    const outputs = new Set(
      Object.values(system.root.stacks).flatMap((stack) => Object.values(stack.outputs).map(String)),
    );
    const dimensions = alarms.flatMap(({ name, Properties: { Dimensions = [], Metrics = [] } }) =>
      [
        ...Dimensions,
        ...Metrics.flatMap(
          (each: { MetricStat?: { Metric: { Dimensions?: unknown[] } } }) =>
            each.MetricStat?.Metric.Dimensions ?? [],
        ),
      ].map(({ Value }) => [name, String(Value)]),
    );
    expect(dimensions.length).toBeGreaterThanOrEqual(alarms.length);
    const unknown = dimensions.filter(([, value]) => !outputs.has(value!) && !/^\w+([-.]\w+)*$/.test(value!));
    expect(unknown).toEqual([]);
  });

  test('go by e-mail where the operator gave an address', async () => {
    expect(system.ofType('AWS::SNS::Subscription')).toEqual([]);
    const told = makeSystem(await loadTemplates(), 'default', { AlarmEmail: 'bob@example.org' });
    expect(told.ofType('AWS::SNS::Subscription').map(({ Properties }) => Properties)).toEqual([
      {
        Protocol: 'email',
        Endpoint: 'bob@example.org',
        TopicArn: told.idOf(told.place('WatchStack/AlarmTopic')),
      },
    ]);
  });
});

describe('the dashboard', () => {
  test('is one that CloudWatch can read, about this region, and shows the way of an image', () => {
    const [dashboard] = system.ofType('AWS::CloudWatch::Dashboard');
    const { widgets } = JSON.parse(dashboard!.Properties['DashboardBody']);
    expect(widgets.length).toBeGreaterThan(5);
    const shown = JSON.stringify(widgets);
    const { ResizeFunction, ResultsQueueName } = system.stack('StorageStack').outputs;
    for (const name of [ResizeFunction, ResultsQueueName]) expect(shown).toContain(String(name));
    for (const { properties } of widgets)
      if ('region' in properties) expect(properties.region).toBe('eu-central-1');
  });
});
