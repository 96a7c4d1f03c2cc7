import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { costsPage } from './page.ts';

const PAGE = path.join(import.meta.dirname, '../costs.md');

/** Prints docs/costs.md, or with `--write` makes it anew. */
if (process.argv.includes('--write')) writeFileSync(PAGE, costsPage());
else process.stdout.write(costsPage());
