// A contender's process: node bin/run.cjs worker.ts NAME. Answers a line of JSON for each that comes.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Contender, Measurement, Task } from './contender.ts';

const { prepare } = (await import(`./contenders/${process.argv[2]}.ts`)) as Contender;

for await (const line of createInterface(process.stdin)) {
  process.stdout.write(`${JSON.stringify(await measure(JSON.parse(line)))}\n`);
}

async function measure({ original, sizes, folder }: Task): Promise<Measurement> {
  const deed = await prepare(await readFile(original), sizes);
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const renditions = await deed();
  const wallMs = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  for (const [index, { width }] of sizes.entries()) {
    const data = renditions[index];
    if (data) await writeFile(path.join(folder, `${width}.webp`), data);
  }
  return { cpuMs: (user + system) / 1000, wallMs, peakRssMb: await peakRssMb() };
}

/** Of this program alone: getrusage's figure begins with what the process had in memory that started it. */
async function peakRssMb(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8');
  return Number(/^VmHWM:\s+(\d+)/m.exec(status)![1]) / 1024;
}
