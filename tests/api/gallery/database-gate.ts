import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A TCP address in front of the test database's Unix socket, which can vanish without a word. */
export interface DatabaseGate {
  /** The connection string that leads through it. */
  url: string;
  /** New connections are closed at once, as long as the server is not up. */
  refuse(): void;
  /** From now on nothing passes, neither bytes nor the end of a connection; new connections are accepted. */
  vanish(): void;
  /** New connections work again; what was open stays silent, as after another host took the address. */
  returnAnew(): void;
  close(): void;
}

/** @param databaseUrl as `createTestDatabase` gives it, with the folder of the socket as its host */
export async function openDatabaseGate(databaseUrl: string): Promise<DatabaseGate> {
  const target = new URL(databaseUrl);
  const socketPath = `${target.searchParams.get('host')}/.s.PGSQL.5432`;
  const open = new Set<Socket>();
  let state: 'there' | 'refusing' | 'vanished' = 'there';
  const server = createServer((client) => {
    open.add(client);
    client.on('error', () => undefined);
    if (state === 'refusing') client.destroy();
    if (state !== 'there') return;
    const postgres = connect(socketPath).on('error', () => client.destroy());
    open.add(postgres);
    client.pipe(postgres).pipe(client);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const credentials = `${target.searchParams.get('user')}:${target.searchParams.get('password')}`;
  return {
    url: `postgresql://${credentials}@127.0.0.1:${port}${target.pathname}`,
    refuse() {
      state = 'refusing';
    },
    vanish() {
      state = 'vanished';
      for (const socket of open) socket.unpipe().pause();
    },
    returnAnew() {
      state = 'there';
    },
    close() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
