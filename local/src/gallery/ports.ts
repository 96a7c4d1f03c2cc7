import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ListenOptions, type Server } from 'node:net';
import { PlainError } from '../terminal/plain-error.ts';

const LOWEST_FREE_PORT = 10_000;
/** Linux's default (net.ipv4.ip_local_port_range). */
const LOWEST_OUTGOING_PORT = 32_768;
const MAX_ATTEMPTS = 50;

/** Ports on 127.0.0.1: of the gallery itself, and of the local cloud that browsers upload to. */
export interface Ports {
  gallery: number;
  cloud: number;
}

/**
 * The wanted port and the one after it; any two free ones where 0 is wanted, which no other gallery of this machine
 * gets while this process lives.
 *
 * @throws PlainError where one is taken
 */
export async function choosePorts(wanted: number): Promise<Ports> {
  if (wanted === 0) return { gallery: await findFreePort(), cloud: await findFreePort() };
  const ports = { gallery: wanted, cloud: wanted + 1 };
  await expectFree(ports.gallery, 'PORT', wanted);
  await expectFree(ports.cloud, 'the object store, always PORT + 1', wanted);
  return ports;
}

async function expectFree(port: number, use: string, wanted: number): Promise<void> {
  // A browser tries ::1 for "localhost" too, and would talk to whoever listens there.
  for (const host of ['127.0.0.1', '::1']) {
    const code = await tryListening(port, host);
    if (code === 'EADDRINUSE') {
      throw new PlainError(
        `Port ${port} (${use}) is in use by another program. Choose another: PORT=${wanted + 100} npm start`,
      );
    }
    if (code === 'EACCES') {
      throw new PlainError(
        `Port ${port} (${use}) is reserved for root. Choose one above 1023: PORT=3000 npm start`,
      );
    }
  }
}

/** The error's code where listening fails; a machine without IPv6 has EADDRNOTAVAIL or EAFNOSUPPORT for ::1. */
async function tryListening(port: number, host: string): Promise<string | undefined> {
  const server = await listen({ port, host });
  if (typeof server === 'string') return server;
  server.close();
  await once(server, 'close');
  return undefined;
}

/** Not from the system, whose free ports are those of outgoing connections: one could take it before we listen. */
async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const port = randomInt(LOWEST_FREE_PORT, LOWEST_OUTGOING_PORT);
    if ((await claim(port)) && (await tryListening(port, '127.0.0.1')) === undefined) return port;
  }
  throw new PlainError(
    `None of ${MAX_ATTEMPTS} ports tried between ${LOWEST_FREE_PORT} and ${LOWEST_OUTGOING_PORT} is free. ` +
      'Choose one: PORT=3000 npm start',
  );
}

/**
 * Keeps other galleries from choosing the port in the seconds until something listens on it: by a socket in Linux's
 * abstract namespace, which lies in the network namespace as the port does, and is gone with this process.
 */
async function claim(port: number): Promise<boolean> {
  const server = await listen({ path: `\0movieflix-port-${port}` });
  if (typeof server === 'string') return false;
  server.unref();
  return true;
}

/** The listening server, or the error's code. */
async function listen(options: ListenOptions): Promise<Server | string> {
  const server = createServer().listen(options);
  try {
    await once(server, 'listening');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
  return server;
}
