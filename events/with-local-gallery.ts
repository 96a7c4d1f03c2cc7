// Runs a command with the gallery of `npm start` as its AWS, in this shell and in Docker's containers alike:
//   node bin/run.cjs events/with-local-gallery.ts sam local invoke StorageStack/ResizeFunction --event events/...
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { connect, createServer, type Server } from 'node:net';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { readCredentials } from '@movieflix/local/data-folder/credentials.ts';
import { readCommand } from '@movieflix/local/gallery/command-line.ts';
import { awsEnvironment } from '@movieflix/local/gallery/gallery-cloud.ts';
import { describeFailure, PlainError } from '@movieflix/local/terminal/plain-error.ts';
import { complain } from '@movieflix/local/terminal/say.ts';

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  complain(describeFailure(error));
  return 1;
});

async function main([program, ...args]: string[]): Promise<number> {
  if (program === undefined) throw new PlainError('Expected a command to run, such as: sam local invoke ...');
  const { port, dataFolder } = readCommand([], process.env, path.join(import.meta.dirname, '..'));
  if (!existsSync(dataFolder))
    throw new PlainError(`Expected the data of a gallery in ${dataFolder}. Start one first: npm start`);
  const storePort = port + 1;
  const address = await addressInContainers();
  const relay = await relayTo(storePort, address);
  const endpoint = `http://${address}:${storePort}`;
  const aws = awsEnvironment(endpoint, readCredentials(dataFolder));
  // `sam` takes the region from the second, and hands the endpoint on under the one name that the template has.
  const env = {
    ...process.env,
    ...aws,
    AWS_DEFAULT_REGION: aws['AWS_REGION'],
    AWS_ENDPOINT_URL_S3: endpoint,
  };
  try {
    const [code] = await once(spawn(program, args, { stdio: 'inherit', env }), 'close');
    return code ?? 1;
  } finally {
    relay.close();
  }
}

/**
 * Where containers reach this machine, asked of Docker: the gallery's own 127.0.0.1 is, in a container, the container.
 * https://docs.docker.com/reference/api/engine/
 */
async function addressInContainers(): Promise<string> {
  const socket = (process.env['DOCKER_HOST'] || 'unix:///var/run/docker.sock').replace(/^unix:\/\//, '');
  try {
    const asked = request({ socketPath: socket, path: '/networks/bridge' }).end();
    const [answer] = await once(asked, 'response');
    const { IPAM } = (await json(answer)) as { IPAM: { Config: { Gateway: string }[] } };
    return IPAM.Config[0]!.Gateway;
  } catch (error) {
    throw new PlainError(`Expected a Docker engine at ${socket}, but: ${(error as Error).message}`);
  }
}

/** Only containers and this machine reach the address, and every request there has to be signed as ever. */
async function relayTo(port: number, address: string): Promise<Server> {
  const relay = createServer((client) => {
    const store = connect(port, '127.0.0.1');
    for (const [from, to] of [[client, store] as const, [store, client] as const])
      pipeline(from, to).catch(() => to.destroy());
  });
  await once(relay.listen(port, address), 'listening');
  return relay;
}
