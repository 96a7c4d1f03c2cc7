import type { Stage } from '../stage/open-stage.ts';

/**
 * How to start one of our scripts where members are: it has the names and networks of the world, trusts the stage's
 * certificates, and ends with this process, however that ends.
 */
export function inWorld({ world, authority }: Stage, script: string, ...args: string[]) {
  const enter = ['--pdeathsig', 'KILL', 'ip', 'netns', 'exec', world.namespace];
  return {
    command: 'setpriv',
    args: [...enter, process.execPath, script, ...args],
    env: { PATH: `${process.env['PATH']}:/usr/sbin`, NODE_EXTRA_CA_CERTS: authority.certificate },
  };
}
