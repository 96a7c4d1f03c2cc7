import { beforeAll, describe, expect, test } from '@jest/globals';
import { loadSystem, type System } from '../templates/system.ts';

let system: System;
beforeAll(async () => {
  system = await loadSystem('default');
});

describe('the resize function', () => {
  test('sends what it found, and what went wrong, to the results queue', () => {
    const { DestinationConfig, MaximumRetryAttempts } = system.place(
      'StorageStack/ResizeFunctionEventInvokeConfig',
    ).Properties;
    const { OnSuccess, OnFailure } = DestinationConfig;
    expect(system.withId(OnSuccess.Destination).name).toBe('StorageStack/ResultsQueue');
    expect(system.withId(OnFailure.Destination).name).toBe('StorageStack/ResultsQueue');
    expect(MaximumRetryAttempts).toBe(2);
  });

  test('runs on Node 24, traced, with the memory that the operator gives and sharp for its processor', () => {
    const { Runtime, TracingConfig, MemorySize, Layers, Architectures } = system.place(
      'StorageStack/ResizeFunction',
    ).Properties;
    expect({ Runtime, TracingConfig, MemorySize }).toEqual({
      Runtime: 'nodejs24.x',
      TracingConfig: { Mode: 'Active' },
      MemorySize: Number(system.root.parameters['ResizeMemoryMiB']),
    });
    expect(Architectures).toEqual(['arm64']);
    const [layer, ...others] = Layers.map((arn: string) => system.withId(arn));
    expect(others).toEqual([]);
    expect(layer.Properties['CompatibleArchitectures']).toEqual(['arm64']);
  });

  test('takes the other layer on the other processor', async () => {
    const other = await loadSystem('x86_64');
    const { Layers, Architectures } = other.place('StorageStack/ResizeFunction').Properties;
    expect(Architectures).toEqual(['x86_64']);
    expect(other.withId(Layers[0]).Properties['CompatibleArchitectures']).toEqual(['x86_64']);
  });

  test('leaves results that nobody could take on a dead-letter queue', () => {
    const { deadLetterTargetArn } = system.place('StorageStack/ResultsQueue').Properties['RedrivePolicy'];
    expect(system.withId(deadLetterTargetArn).name).toBe('StorageStack/DeadLetterQueue');
  });
});
