import { CreateStackCommand, ListStacksCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Clients, clientsOf } from '../emulator/clients.ts';
import { type Emulator, startEmulator } from '../emulator/start-emulator.ts';
import { BAD_VALUES } from './bad-values.ts';
import { ROOT } from './read-templates.ts';
import { loadTemplates } from './system.ts';
import type { Template } from './template.ts';

describe('a stack is refused before anything of it is there, for', () => {
  let emulator: Emulator;
  let clients: Clients;
  let root: Template;

  beforeAll(async () => {
    emulator = await startEmulator();
    clients = clientsOf(emulator);
    root = (await loadTemplates()).translated[ROOT]!;
  });
  afterAll(() => emulator?.stop());

  // The emulator ignores parameters that a template does not have, and evaluates no Rules.
  test.each(BAD_VALUES.filter(([, given]) => !('Colour' in given)))('%s', async (_, given) => {
    const Parameters = Object.entries({ AdminEmail: 'ada@example.org', ...given }).map(([key, value]) => ({
      ParameterKey: key,
      ParameterValue: value,
    }));
    const create = new CreateStackCommand({
      StackName: 'refused',
      TemplateBody: JSON.stringify(root),
      Parameters,
    });
    const wrong = Object.keys(given)[0]!;
    const sentence = root.Parameters![wrong]!.ConstraintDescription ?? wrong;
    await expect(clients.cloudFormation.send(create)).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining(sentence),
    });
    const { StackSummaries } = await clients.cloudFormation.send(new ListStacksCommand());
    expect(StackSummaries ?? []).toEqual([]);
  });
});
