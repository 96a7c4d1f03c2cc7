import { say } from './say.ts';

const REPORT_EVERY_MS = { terminal: 500, log: 5000 };

/** Says every now and then for how long something has been going on. Returns how to stop that. */
export function reportProgress(what: string): () => void {
  const started = Date.now();
  const terminal = process.stdout.isTTY === true;
  const report = () => {
    const line = `  ${what}, ${Math.round((Date.now() - started) / 1000)} s`;
    if (terminal) process.stdout.write(`\r\x1b[K${line}`);
    else say(line);
  };
  const timer = setInterval(report, terminal ? REPORT_EVERY_MS.terminal : REPORT_EVERY_MS.log);
  return () => {
    clearInterval(timer);
    if (terminal) process.stdout.write('\r\x1b[K');
  };
}
