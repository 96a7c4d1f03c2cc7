import { answerCalls } from './answer-calls.ts';
import type { Server } from './programs.ts';

/** What a host tells CloudFormation at the end of its installation. */
export interface Signal {
  atMs: number;
  stack: string;
  logicalId: string;
  /** The instance that tells it. */
  uniqueId: string;
  status: 'SUCCESS' | 'FAILURE';
}

export interface SignalBox extends Server {
  /** All that came, in their order. */
  signals: readonly Signal[];
}

/** Takes the hosts' signals. The emulator would refuse them, for its stacks are complete before a host boots. */
export async function takeSignals(socket: string): Promise<SignalBox> {
  const signals: Signal[] = [];
  const server = await answerCalls(socket, (asked) => {
    const named = (name: string) => asked.get(name) ?? '';
    const status = named('Status');
    if (status !== 'SUCCESS' && status !== 'FAILURE')
      throw new Error(`expected the status SUCCESS or FAILURE but received "${status}"`);
    const [stack, logicalId] = [named('StackName'), named('LogicalResourceId')];
    signals.push({ atMs: Date.now(), stack, logicalId, uniqueId: named('UniqueId'), status });
    const metadata = '<ResponseMetadata><RequestId>stage</RequestId></ResponseMetadata>';
    return `<SignalResourceResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">${metadata}</SignalResourceResponse>`;
  });
  return { signals, stop: server.stop };
}
