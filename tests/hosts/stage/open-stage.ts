import { rm } from 'node:fs/promises';
import path from 'node:path';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import type { Deployed } from '../../stacks/deploy/deployed.ts';
import { outputOf } from '../../stacks/deploy/gallery.ts';
import { REGION } from '../../stacks/emulator/start-emulator.ts';
import { SERVICES, WORLD, WORLD_RESOLVER } from './addresses.ts';
import { type Balancer, startBalancer } from './balancer.ts';
import { type Call, readCalls } from './calls.ts';
import { type CertificateAuthority, certificateAuthority, certify, namesOfServices } from './certificates.ts';
import { MIRROR_NAMES, startDebianMirror } from './debian-mirror.ts';
import { describeBalancer, describeLoadBalancer } from './deployed-balancer.ts';
import { describeNetwork, describeSecurityGroups } from './deployed-network.ts';
import { startFront } from './front.ts';
import { startNameService } from './name-service.ts';
import { makeStageFolder, removeLeftovers } from './namespaces.ts';
import { type Network, openNetwork } from './network.ts';
import { followPrivateZones } from './private-zones.ts';
import type { Server } from './programs.ts';
import { type Signal, takeSignals } from './signals.ts';
import { answerTargetHealth } from './target-health.ts';

/** The network of a deployment with all that is around it, made of namespaces. */
export interface Stage {
  plugHost: Network['plugHost'];
  /** After an update of the stacks. */
  refreshSecurityGroups(): Promise<void>;
  balancer: Balancer;
  /** What hosts told CloudFormation. */
  signals: readonly Signal[];
  /** The load balancer's address, and the name it is deployed by. */
  entrance: { address: string; name: string };
  /** Where members, browsers and SSH clients are: run them by `ip netns exec`, and names resolve as in the world. */
  world: { namespace: string; address: string };
  /** As deployed; it answers in the world. */
  siteUrl: string;
  authority: CertificateAuthority;
  /** The calls to AWS that were made on the stage. */
  calls(): Promise<Call[]>;
  /** Logs and settings of its programs. */
  folder: string;
  close(): Promise<void>;
}

/** Opens the stage for a deployment. Leftovers of killed runs go first; one process has one stage at a time. */
export async function openStage(deployed: Deployed): Promise<Stage> {
  await removeLeftovers();
  const folder = await makeStageFolder('stage');
  const servers: Server[] = [];
  const started = <T extends Server>(server: T): T => {
    servers.push(server);
    return server;
  };
  const loadBalancer = await describeLoadBalancer(deployed);
  const name = loadBalancer.DNSName?.toLowerCase() ?? '';
  const siteUrl = outputOf(deployed.gallery.root, 'SiteUrl');
  const site = new URL(siteUrl).hostname;
  const network = await openNetwork(
    await describeNetwork(deployed),
    await describeSecurityGroups(deployed),
    folder,
  );

  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    for (const server of servers.toReversed()) await server.stop();
    await network.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const entrance = await network.plugHost('balancer', {
      subnetId: loadBalancer.AvailabilityZones?.[0]?.SubnetId ?? '',
      securityGroupIds: loadBalancer.SecurityGroups ?? [],
    });
    const secret = await findOriginSecret(deployed);
    const certificate = await certify(folder, [...new Set([...namesOfServices(REGION), site])]);
    const mirror = started(await startDebianMirror(folder));
    const answeredBy = {
      DescribeTargetHealth: path.join(folder, 'health.sock'),
      SignalResource: path.join(folder, 'signals.sock'),
    };
    started(await answerTargetHealth(answeredBy.DescribeTargetHealth, () => balancer));
    const { signals } = started(await takeSignals(answeredBy.SignalResource));
    const settings = await describeBalancer(deployed);
    const balancer = started(await startBalancer(folder, entrance.namespace, certificate, settings));
    started(
      await startFront(folder, {
        services: network.services,
        certificate,
        emulator: new URL(deployed.emulator.endpoint).host,
        mirrorSocket: mirror.socket,
        answeredBy,
        origin: secret === undefined ? undefined : { address: entrance.address, name, secret },
      }),
    );
    const domains = {
      'amazonaws.com': SERVICES.aws,
      [name]: entrance.address,
      [site]: secret === undefined ? entrance.address : SERVICES.cloudFront,
      ...Object.fromEntries(MIRROR_NAMES.map((each) => [each, SERVICES.mirror])),
    };
    const [router, services] = [network.router, network.services];
    started(
      await startNameService(folder, 'names', { namespace: services, address: WORLD_RESOLVER, domains }),
    );
    const inside = { namespace: router, address: network.resolver, domains };
    const privateNames = started(await startNameService(folder, 'private-names', inside));
    started(await followPrivateZones(deployed.emulator, privateNames));
    return {
      plugHost: network.plugHost,
      refreshSecurityGroups: async () => network.changeSecurityGroups(await describeSecurityGroups(deployed)),
      balancer,
      signals,
      entrance: { address: entrance.address, name },
      world: { namespace: network.world, address: WORLD },
      siteUrl,
      authority: await certificateAuthority(),
      calls: () => readCalls(folder),
      folder,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What CloudFront shows the load balancer; undefined in a deployment without CloudFront. */
async function findOriginSecret({ clients, gallery }: Deployed): Promise<string | undefined> {
  const SecretId = gallery.resources['WebStack']?.['OriginSecret'];
  if (SecretId === undefined) return undefined;
  return (await clients.secrets.send(new GetSecretValueCommand({ SecretId }))).SecretString;
}
