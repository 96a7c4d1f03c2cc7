import { afterEach, expect, test } from '@jest/globals';
import { describeWherePossible } from '../../stacks/built/describe-where-possible.ts';
import { makeNamespace, removeLeftovers, removeNamespace, useNameServer } from './namespaces.ts';
import { ensureStagePrograms, run, serve } from './programs.ts';

/** Above the largest number that Linux gives to a process. */
const LEFTOVER = 'movieflix-4194305-router';
const STRANGER = 'somebody-elses';

await describeWherePossible('leftovers of a killed run', ensureStagePrograms, () => {
  afterEach(async () => {
    for (const namespace of (await namespaces()).filter((name) => name === LEFTOVER || name === STRANGER))
      await removeNamespace(namespace);
  });

  test('go with the programs in them, and nothing of others goes', async () => {
    const own = await makeNamespace('kept');
    for (const namespace of [LEFTOVER, STRANGER]) await run('ip', 'netns', 'add', namespace);
    await useNameServer(LEFTOVER, '192.0.2.1');
    const server = serve('/dev/null', LEFTOVER, 'sleep', '600');

    await removeLeftovers();

    const left = await namespaces();
    expect(left).toEqual(expect.arrayContaining([own, STRANGER]));
    expect(left).not.toContain(LEFTOVER);
    await removeNamespace(own);
    await server.stop();
  });
});

async function namespaces(): Promise<string[]> {
  return (await run('ip', 'netns', 'list')).split('\n').map((line) => line.split(' ')[0] ?? '');
}
