import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { Measurement, Task } from './contender.ts';
import type { Contestant } from './contestants.ts';

/** A contestant's process, which stays warm from one photograph to the next. */
export class ContestantProcess {
  readonly contestant: Contestant;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #answers: Interface;
  readonly #complaints: Promise<string>;
  readonly #ended: Promise<unknown>;

  constructor(contestant: Contestant) {
    const [program, ...args] = contestant.command;
    this.contestant = contestant;
    this.#child = spawn(program, args);
    this.#answers = createInterface(this.#child.stdout);
    this.#complaints = text(this.#child.stderr);
    this.#ended = once(this.#child, 'close');
  }

  get pid(): number {
    return this.#child.pid!;
  }

  /** @throws where the process ends instead of answering, with what it complained of */
  async measure(task: Task): Promise<Measurement> {
    const answer = once(this.#answers, 'line');
    this.#child.stdin.write(`${JSON.stringify(task)}\n`);
    const first = await Promise.race([answer, this.#ended.then(() => undefined)]);
    if (first === undefined) throw new Error(`${this.contestant.name} ended: ${await this.#complaints}`);
    return JSON.parse(first[0]);
  }

  end(): void {
    this.#child.kill();
  }
}
