import path from 'node:path';
import { HELP, readCommand } from './gallery/command-line.ts';
import { type Gallery, startGallery } from './gallery/start-gallery.ts';
import { listenForStop, stopRequested } from './gallery/stop-requests.ts';
import { describeFailure } from './terminal/plain-error.ts';
import { complain, say } from './terminal/say.ts';

const checkout = path.join(import.meta.dirname, '../..');

process.exitCode = await main();

/** Returns the exit code: 0 where a person or the system asked for the end, since that is how a gallery ends. */
async function main(): Promise<number> {
  try {
    const command = readCommand(process.argv.slice(2), process.env, checkout);
    if (command.help) {
      say(HELP);
      return 0;
    }
    const stop = listenForStop();
    say(`Starting movieFlix with its data in ${command.dataFolder}`);
    const gallery = await startGallery(command, checkout, stop).catch((error) => {
      if (stop.aborted) return undefined;
      throw error;
    });
    if (gallery !== undefined) await serve(gallery, stop);
    say('movieFlix has stopped.');
    return 0;
  } catch (error) {
    complain(describeFailure(error));
    return 1;
  }
}

async function serve(gallery: Gallery, stop: AbortSignal): Promise<void> {
  say(`movieFlix is ready: ${gallery.url}
  Open it, sign up (the first to do so runs it), and drop photographs anywhere.
  A whole folder at once: npm run import -- FOLDER      Ctrl-C stops the gallery.`);
  try {
    await Promise.race([gallery.failed, stopRequested(stop)]);
    say('Stopping ...');
  } finally {
    await gallery.stop();
  }
}
