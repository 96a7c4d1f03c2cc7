/** Listens where it was started, a network namespace, and hands the socket to its parent: nothing of it stays. */
import { createServer } from 'node:net';

const server = createServer();
server.listen(80, '169.254.169.254', () => process.send?.('listening', server));
// The parent has it now, or is gone. To end any earlier would be to race with the socket.
process.once('disconnect', () => process.exit());
server.on('error', (error) => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
  process.disconnect();
});
