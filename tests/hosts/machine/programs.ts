import { ensureDebianPackages } from '../../stacks/tools/debian-packages.ts';

/**
 * What makes and boots machines.
 *
 * @throws Error with the sentence that says what to install, or why nothing can boot here
 */
export async function ensureMachinePrograms(): Promise<void> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new Error('booting hosts needs Linux and root');
  await ensureDebianPackages([
    { package: 'debootstrap', check: ['sh', '-c', 'test -x /usr/sbin/debootstrap'] },
    { package: 'systemd-container', check: ['systemd-nspawn', '--version'] },
    { package: 'iproute2', check: ['/usr/sbin/ip', '-V'] },
    { package: 'mount', check: ['/usr/sbin/losetup', '--version'] },
  ]);
}
