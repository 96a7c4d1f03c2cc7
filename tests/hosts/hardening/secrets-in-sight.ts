import { randomUUID } from 'node:crypto';
import type { Host } from '../system/open-system.ts';

/** Where secrets could stand by mistake, with the script that prints all of it. */
const PLACES = {
  "cloud-init's logs": 'cat /var/log/cloud-init*.log',
  'the journal': 'journalctl --output export --all --no-pager',
  'the list of processes': "cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '",
  'the settings of hosts': 'cat /etc/movieflix/*',
};

const IN_SIGHT = '/var/tmp/in-sight';
const OUT_OF_SIGHT = '/var/tmp/out-of-sight';
const PLANT = `cat >${IN_SIGHT} && chmod 644 ${IN_SIGHT} && install --mode 600 ${IN_SIGHT} ${OUT_OF_SIGHT}`;

/**
 * Names the files that hold one of the lines it reads, of those that nobody in particular may read. It ends with 2 where
 * there are others, too, so its end does not tell whether it searched.
 */
const SEARCH = [
  'setpriv --reuid nobody --regid nogroup --clear-groups',
  'grep --recursive --no-messages --files-with-matches --fixed-strings --file -',
  '--devices skip --exclude-dir proc --exclude-dir sys / || true',
].join(' ');

/** Every place of a host in which one of the secrets stands in somebody else's sight. */
export async function placesWith(host: Host, secrets: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const [place, script] of Object.entries(PLACES)) {
    const text = await host.machine.run(script);
    if (secrets.some((secret) => text.includes(secret))) found.push(place);
  }
  return [...found, ...(await filesWith(host, secrets))];
}

/** @throws Error where a file that is planted for it is not found, so that no search is taken for a good one */
async function filesWith({ machine }: Host, secrets: string[]): Promise<string[]> {
  const planted = randomUUID();
  await machine.run(PLANT, planted);
  const said = await machine.run(SEARCH, [...secrets, planted].join('\n'));
  await machine.run(`rm ${IN_SIGHT} ${OUT_OF_SIGHT}`);
  const files = said.split('\n').filter(Boolean);
  if (!files.includes(IN_SIGHT) || files.includes(OUT_OF_SIGHT))
    throw new Error(`expected to find ${IN_SIGHT} and not ${OUT_OF_SIGHT}, but found ${files.join(', ')}`);
  return files.filter((file) => file !== IN_SIGHT);
}
