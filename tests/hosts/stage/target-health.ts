import { answerCalls } from './answer-calls.ts';
import type { Balancer } from './balancer.ts';
import type { Server } from './programs.ts';

/**
 * Answers DescribeTargetHealth by what the load balancer found, since the emulator calls every target healthy.
 *
 * @param balancer is asked for late: who answers starts before it
 */
export function answerTargetHealth(socket: string, balancer: () => Balancer): Promise<Server> {
  return answerCalls(socket, async (asked) => {
    const ids = [...asked].filter(([name]) => /^Targets\.member\.\d+\.Id$/.test(name)).map(([, id]) => id);
    const all = await balancer().health(asked.get('TargetGroupArn') ?? '');
    const known = all
      .filter((each) => ids.length === 0 || ids.includes(each.id))
      .map(({ id, port, state }) => member(id, port, state));
    const unknown = ids
      .filter((id) => !all.some((each) => each.id === id))
      .map((id) => member(id, 0, 'unused'));
    return envelope([...known, ...unknown].join(''));
  });
}

function member(id: string, port: number, state: string): string {
  const target = `<Target><Id>${id}</Id><Port>${port}</Port></Target>`;
  return `<member>${target}<TargetHealth><State>${state}</State></TargetHealth></member>`;
}

function envelope(members: string): string {
  const result = `<TargetHealthDescriptions>${members}</TargetHealthDescriptions>`;
  const namespace = 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/';
  const metadata = '<ResponseMetadata><RequestId>stage</RequestId></ResponseMetadata>';
  return `<DescribeTargetHealthResponse xmlns="${namespace}"><DescribeTargetHealthResult>${result}</DescribeTargetHealthResult>${metadata}</DescribeTargetHealthResponse>`;
}
