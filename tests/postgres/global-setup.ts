import { startSharedServer, stopSharedServer } from './shared-server.ts';
import { SERVER_URL_VARIABLE } from './test-database.ts';

/** jest runs this once before the suite's workers start; they inherit the variable. */
export default async function globalSetup(): Promise<void> {
  const server = await startSharedServer();
  process.env[SERVER_URL_VARIABLE] = server.postgres.url('postgres');
  globalThis.stopSharedPostgres = () => stopSharedServer(server);
}

declare global {
  var stopSharedPostgres: (() => Promise<void>) | undefined;
}
