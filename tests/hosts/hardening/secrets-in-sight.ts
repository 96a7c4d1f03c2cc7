import type { Host } from '../system/open-system.ts';

/** Where secrets could stand by mistake, with the script that prints all of it. */
const PLACES = {
  "cloud-init's logs": 'cat /var/log/cloud-init*.log',
  'the journal': 'journalctl --output export --all --no-pager',
  'the list of processes': "cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '",
  'the settings of hosts': 'cat /etc/movieflix/*',
};

/** Names the files that hold one of the lines it reads, of those that nobody in particular may read. */
const SEARCH = [
  'setpriv --reuid nobody --regid nogroup --clear-groups',
  'grep --recursive --no-messages --files-with-matches --fixed-strings --file /dev/stdin',
  '--devices skip --exclude-dir proc --exclude-dir sys / || true',
].join(' ');

/** Every place of a host in which one of the secrets stands in somebody else's sight. */
export async function placesWith({ machine }: Host, secrets: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const [place, script] of Object.entries(PLACES)) {
    const text = await machine.run(script);
    if (secrets.some((secret) => text.includes(secret))) found.push(place);
  }
  const files = await machine.run(SEARCH, secrets.join('\n'));
  return [...found, ...files.split('\n').filter(Boolean)];
}
