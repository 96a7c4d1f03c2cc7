import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:net';
import path from 'node:path';
import { makeNamespace, removeNamespace } from '../../stage/namespaces.ts';
import { run } from '../../stage/programs.ts';
import type { About } from './answers.ts';
import { metadataService } from './metadata-service.ts';

const ADDRESS = '169.254.169.254';

/**
 * Answers a host's questions to 169.254.169.254. The service has a network of its own beside the host's, since a
 * listener in the host's would keep its web server from port 80.
 *
 * @param namespace the host's, whose interface to the network is eth0
 */
export async function serveMetadata(
  name: string,
  namespace: string,
  about: Omit<About, 'mac'>,
): Promise<{ close(): Promise<void> }> {
  const [link] = JSON.parse(await run('ip', '-n', namespace, '-json', 'link', 'show', 'eth0')) as {
    address: string;
  }[];
  const beside = await makeNamespace(`${name}-metadata`);
  await run(
    'ip',
    '-n',
    namespace,
    'link',
    'add',
    'metadata',
    'type',
    'veth',
    'peer',
    'eth0',
    'netns',
    beside,
  );
  await run('ip', '-n', beside, 'address', 'add', `${ADDRESS}/32`, 'dev', 'eth0');
  await run('ip', '-n', beside, 'link', 'set', 'eth0', 'up');
  await run('ip', '-n', namespace, 'link', 'set', 'metadata', 'up');
  await run('ip', '-n', beside, 'route', 'add', about.address, 'dev', 'eth0');
  await run('ip', '-n', namespace, 'route', 'add', ADDRESS, 'dev', 'metadata', 'src', about.address);
  const service = metadataService({ ...about, mac: link?.address ?? '' });
  const listener = await listenInside(beside);
  listener.on('connection', (socket) => service.emit('connection', socket));
  return {
    close: async () => {
      listener.close();
      service.closeAllConnections();
      await removeNamespace(beside);
    },
  };
}

/** A socket of this process that listens in another network namespace. */
async function listenInside(namespace: string): Promise<Server> {
  const script = path.join(import.meta.dirname, 'listen-inside.ts');
  const child = spawn('nsenter', [`--net=/run/netns/${namespace}`, process.execPath, script], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { PATH: process.env['PATH'] },
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`expected the metadata service to listen, but it ended with ${code}`);
  });
  ended.catch(() => undefined);
  const [, listener] = (await Promise.race([once(child, 'message'), ended])) as [string, Server];
  child.disconnect();
  return listener;
}
