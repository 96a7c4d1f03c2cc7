import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runFolder } from '../build/run-folder.ts';
import type { Stack } from './resolve-stack.ts';
import type { System } from './system.ts';
import type { Template } from './template.ts';

/**
 * Writes a resolved system for tools that read templates: FOLDER/StorageStack.json and so on. Functions are gone from
 * them, so a rule sees values and not an Fn::If that it would have to guess at.
 */
export async function writeStacks(system: System, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const write = async (stack: Stack): Promise<void> => {
    const template = { AWSTemplateFormatVersion: '2010-09-09', Resources: stack.resources };
    await writeFile(
      path.join(folder, `${stack.path.split('/').at(-1)}.json`),
      JSON.stringify(template, null, 2),
    );
    for (const nested of Object.values(stack.stacks)) await write(nested);
  };
  await write(system.root);
}

/** Writes templates under their own paths below a new folder of this run, and returns that. */
export async function writeTemplates(name: string, templates: Record<string, Template>): Promise<string> {
  const folder = path.join(runFolder(), name);
  for (const [file, template] of Object.entries(templates)) {
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, JSON.stringify(template, null, 2));
  }
  return folder;
}
