import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { scriptHost } from './host-script.ts';

/** The first request for a stream fails, as where the network is not there yet; lines arrive where there is one. */
const AWS = `
case $2 in
  create-log-stream)
    if mkdir "$FOLDER/tried" 2>/dev/null; then echo 'Could not connect'; exit 255; fi
    touch "$FOLDER/stream" ;;
  put-log-events)
    [ -e "$FOLDER/stream" ] || exit 254
    cp batch.json "$FOLDER/arrived" ;;
esac
`;
/** What is read is read once: a line that the cursor has passed does not come again. */
const JOURNALCTL = `
for argument; do case $argument in --cursor-file=*) cursor=\${argument#*=} ;; esac; done
if [ -e "$cursor" ]; then exit; fi
echo end >"$cursor"
echo '{"__REALTIME_TIMESTAMP":"1764000000123456","MESSAGE":"the first line"}'
`;
/** Fails at first, as where the disk is full. */
const JQ = `
if mkdir "$FOLDER/asked" 2>/dev/null; then exit 2; fi
echo '[{"timestamp":1764000000123,"message":"journal: the first line"}]'
`;

test('a line waits for its log stream, and is passed over by no error on its way', async () => {
  const programs = { aws: AWS, journalctl: JOURNALCTL, jq: JQ, 'cloud-init': 'echo i-1' };
  using host = scriptHost('LOG_GROUP=hosts\n', programs);
  host.write('host/state', '');
  await host.runUntil('base/ship-journal', 'host/cursor');
  expect(readFileSync(path.join(host.folder, 'arrived'), 'utf8')).toContain('the first line');
});
