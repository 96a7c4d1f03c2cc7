import {
  ListHostedZonesCommand,
  ListResourceRecordSetsCommand,
  Route53Client,
} from '@aws-sdk/client-route-53';
import { type Emulator, REGION } from '../../stacks/emulator/start-emulator.ts';
import type { NameService } from './name-service.ts';
import type { Server } from './programs.ts';

/** Route 53 takes up to a minute to spread a change. */
const ASK_EVERY_MS = 500;

/** Keeps a name service at what Route 53 has in the private zones of the deployment. */
export async function followPrivateZones(emulator: Emulator, names: NameService): Promise<Server> {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const route53 = new Route53Client({ endpoint: emulator.endpoint, region: REGION, credentials });
  let known = '';
  const follow = async () => {
    const records = await addressesIn(route53);
    if (JSON.stringify(records) === known) return;
    await names.setRecords(records);
    known = JSON.stringify(records);
  };
  await follow();
  let isStopped = false;
  const again = () =>
    setTimeout(async () => {
      // The emulator may be busy, or be ending: the next time shows.
      await follow().catch(() => undefined);
      if (!isStopped) timer = again();
    }, ASK_EVERY_MS).unref();
  let timer = again();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

async function addressesIn(route53: Route53Client): Promise<Record<string, string>> {
  const { HostedZones = [] } = await route53.send(new ListHostedZonesCommand({}));
  const found: Record<string, string> = {};
  for (const zone of HostedZones) {
    const command = new ListResourceRecordSetsCommand({ HostedZoneId: zone.Id });
    const { ResourceRecordSets = [] } = await route53.send(command);
    for (const { Name = '', Type, ResourceRecords = [] } of ResourceRecordSets)
      if (Type === 'A') found[Name.replace(/\.$/, '')] = ResourceRecords[0]?.Value ?? '';
  }
  return found;
}
