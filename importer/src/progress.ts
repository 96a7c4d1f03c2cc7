import { SingleBar } from 'cli-progress';

/** Shows how far the import is. */
export interface Progress {
  /** One more of the images is done. */
  step(): void;
  end(): void;
}

/** A bar on a terminal; elsewhere, such as in a log, a line at every tenth of the way. */
export function startProgress(images: number, output: NodeJS.WriteStream): Progress {
  return output.isTTY ? startBar(images, output) : startLines(images, output);
}

function startBar(images: number, stream: NodeJS.WriteStream): Progress {
  const bar = new SingleBar({
    format: '{bar} {value} of {total} photographs, {eta_formatted} to go',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    etaBuffer: 100,
    stream,
    // Ctrl-C stops the import, and that ends the bar.
    gracefulExit: false,
  });
  bar.start(images, 0);
  return { step: () => bar.increment(), end: () => bar.stop() };
}

function startLines(images: number, output: NodeJS.WritableStream): Progress {
  let done = 0;
  const tenthOf = (count: number) => Math.floor((count * 10) / images);
  return {
    step: () => {
      done += 1;
      if (tenthOf(done) > tenthOf(done - 1)) output.write(`${done} of ${images} photographs\n`);
    },
    end: () => {},
  };
}
