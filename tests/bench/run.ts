import type { Bench } from './bench.ts';
import { printFigures } from './print-figures.ts';

/** Each is loaded only when it is wanted, for the browser's has other types than the rest. */
const MODULES = {
  gallery: './gallery.ts',
  resize: './resize/resize.ts',
  'resize-memory': './resize/memory.ts',
  'cold-start': './resize/cold-start.ts',
  web: './web/web.ts',
  'large-gallery': './web/large-gallery.ts',
};
type Name = keyof typeof MODULES;
const NAMES = Object.keys(MODULES) as Name[];
const DEFAULT: Name = 'gallery';

const [name = DEFAULT, ...args] = process.argv.slice(2);
if (name === '--help' || args.includes('--help')) await help();
else if (isName(name)) await run(await load(name));
else {
  process.stderr.write(`Expected one of ${NAMES.join(', ')} but got ${JSON.stringify(name)}.\n`);
  process.exitCode = 1;
}

async function run({ measure, print = printFigures }: Bench): Promise<void> {
  print(await measure(args));
}

async function help(): Promise<void> {
  process.stdout.write(
    'Measures this machine: npm run bench [-- NAME]. Prints a table and, last, one line of JSON.\n',
  );
  for (const each of NAMES) {
    const { about } = await load(each);
    process.stdout.write(`\n${each}${each === DEFAULT ? ', also without a name' : ''}: ${about}\n`);
  }
}

function isName(text: string): text is Name {
  return Object.hasOwn(MODULES, text);
}

async function load(wanted: Name): Promise<Bench> {
  return (await import(MODULES[wanted])) as Bench;
}
