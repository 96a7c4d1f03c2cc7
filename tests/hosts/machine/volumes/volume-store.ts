import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  DescribeVolumesCommand,
  DetachVolumeCommand,
  type EC2Client,
  type Volume,
} from '@aws-sdk/client-ec2';
import { runInside } from '../container.ts';
import { makeFolder, removeFolder } from '../machine-folder.ts';
import { growDevice, makeDevice, removeDevice } from './loop-device.ts';

const ASK_EVERY_MS = 500;
const LONGEST_MS = 10_000;

/** The volumes of EC2, each a file here, and a device in the host to which EC2 says it is attached. */
export interface VolumeStore {
  /** From now on the host has what EC2 attaches to it; also what it had before a reboot. */
  plug(instanceId: string, pid: number): void;
  /** The host is no more, and EC2 is told so. A reboot only takes the devices away. */
  unplug(instanceId: string, isReboot: boolean): Promise<void>;
  /** Loses all that is on a volume. */
  destroy(volumeId: string): Promise<void>;
  close(): Promise<void>;
}

interface Attached {
  instanceId: string;
  device: string;
  gib: number;
}

/** @param ec2 of the emulator; hosts' AttachVolume calls are found there */
export async function openVolumeStore(ec2: EC2Client): Promise<VolumeStore> {
  const folder = await makeFolder('volumes');
  const hosts = new Map<string, number>();
  const attached = new Map<string, Attached>();
  let isOpen = true;
  const fileOf = (volumeId: string) => path.join(folder, volumeId);
  const following = follow();

  async function follow(): Promise<void> {
    while (isOpen) {
      if (hosts.size > 0) await settle().catch((error: unknown) => console.error('Volumes:', error));
      await pause(ASK_EVERY_MS);
    }
  }

  async function settle(): Promise<void> {
    const { Volumes } = await ec2.send(new DescribeVolumesCommand({}));
    for (const volume of Volumes ?? []) if (!isRoot(volume)) await attach(volume);
  }

  async function attach({ VolumeId: id, Size: gib, Attachments }: Volume): Promise<void> {
    const instanceId = Attachments?.[0]?.InstanceId;
    const pid = hosts.get(instanceId ?? '');
    if (id === undefined || gib === undefined || instanceId === undefined || pid === undefined) return;
    const current = attached.get(id);
    if (current === undefined) {
      const device = await makeDevice(fileOf(id), gib);
      attached.set(id, { instanceId, device, gib });
      await showDevice(pid, device, id);
    } else if (current.gib < gib) {
      await growDevice(current.device, fileOf(id), gib);
      current.gib = gib;
    }
  }

  return {
    plug: (instanceId, pid) => void hosts.set(instanceId, pid),
    unplug: async (instanceId, isReboot) => {
      hosts.delete(instanceId);
      for (const [id, { device, instanceId: holder }] of attached) {
        if (holder !== instanceId) continue;
        await removeDevice(device, fileOf(id));
        attached.delete(id);
        if (!isReboot) await ec2.send(new DetachVolumeCommand({ VolumeId: id, InstanceId: instanceId }));
      }
    },
    destroy: (volumeId) => rm(fileOf(volumeId), { force: true }),
    close: async () => {
      isOpen = false;
      await following;
      await removeFolder(folder);
    },
  };
}

/** What a host boots from is a file system of its own here, and no device. */
function isRoot({ Attachments }: Volume): boolean {
  return /^\/dev\/(xvda|sda1?)$/.test(Attachments?.[0]?.Device ?? '');
}

/** Makes the device and the name that udev gives it on EC2. */
async function showDevice(pid: number, device: string, volumeId: string): Promise<void> {
  const byId = `/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_${volumeId.replace('-', '')}`;
  const number = /\d+$/.exec(device)?.[0];
  const node = `/dev/nvme${Number(number) + 1}n1`;
  const script = `mknod -m 660 ${node} b 7 ${number}; mkdir -p /dev/disk/by-id; ln -sf ${node} ${byId}`;
  await runInside(pid, script, LONGEST_MS);
}
