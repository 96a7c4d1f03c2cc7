/** What a person at the terminal reads. A closed terminal or pipe must not keep us from stopping in order. */
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}
