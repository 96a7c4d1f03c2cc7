import { once } from 'node:events';
import { createServer } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Balancer } from './balancer.ts';
import type { Server } from './programs.ts';

/**
 * Answers DescribeTargetHealth by what the load balancer found, since the emulator calls every target healthy.
 *
 * @param balancer is asked for late: who answers starts before it
 */
export async function answerTargetHealth(
  folder: string,
  balancer: () => Balancer,
): Promise<Server & { socket: string }> {
  const socket = path.join(folder, 'health.sock');
  const server = createServer(async (request, response) => {
    try {
      const asked = new URLSearchParams(await text(request));
      const ids = [...asked].filter(([name]) => /^Targets\.member\.\d+\.Id$/.test(name)).map(([, id]) => id);
      const all = await balancer().health(asked.get('TargetGroupArn') ?? '');
      const known = all
        .filter((each) => ids.length === 0 || ids.includes(each.id))
        .map(({ id, port, state }) => member(id, port, state));
      const unknown = ids
        .filter((id) => !all.some((each) => each.id === id))
        .map((id) => member(id, 0, 'unused'));
      response.setHeader('content-type', 'text/xml');
      response.end(envelope([...known, ...unknown].join('')));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  server.listen(socket);
  await once(server, 'listening');
  const stop = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { socket, stop };
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
