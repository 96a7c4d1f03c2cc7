import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runFolder } from '../stacks/build/run-folder.ts';
import { samBuild } from '../stacks/build/sam-build.ts';
import { describeWherePossible } from '../stacks/built/describe-where-possible.ts';
import { withChangedHost } from '../stacks/deploy/changed-build.ts';
import { whileVisited } from './load/while-visited.ts';
import type { Group } from './system/group.ts';
import { OPEN_WITHIN_MS, openGallery, type RunningGallery } from './system/open-gallery.ts';
import { ensureSystemPrograms } from './system/open-system.ts';

/** Only to end what hangs. */
const ROLLED_WITHIN_MS = 1_200_000;
const MARK = 'the next release';
const SERVER = 'server/main.js';
const PAGE = 'website/index.html';

await describeWherePossible('hosts that roll', ensureSystemPrograms, (ready) => {
  let gallery: RunningGallery;
  let folder: string;

  beforeAll(async () => {
    await ready;
    gallery = await openGallery();
    folder = await mkdtemp(path.join(runFolder(), 'rolls-'));
  }, OPEN_WITHIN_MS);
  afterAll(() => gallery?.close());

  const idsOf = (group: Group) => group.hosts().map(({ instance }) => instance.instanceId);
  const lastLineOf = (group: Group, file: string) =>
    Promise.all(group.hosts().map(({ machine }) => machine.run(`tail -n 1 /opt/movieflix/${file}`)));
  const append = (file: string, text: string) => async (unpacked: string) =>
    writeFile(path.join(unpacked, file), text, { flag: 'a' });

  test(
    'take the next release one by one, and no request fails',
    async () => {
      const { system, web, api } = gallery;
      const before = [...idsOf(web), ...idsOf(api)];
      const withPage = await withChangedHost(
        await samBuild(),
        path.join(folder, 'page'),
        'web',
        append(PAGE, `\n<!-- ${MARK} -->`),
      );
      const next = await withChangedHost(
        withPage,
        path.join(folder, 'next'),
        'api',
        append(SERVER, `\n// ${MARK}`),
      );
      const failed = await whileVisited(system.stage, 'A new release', async () => {
        await system.deployAgain(next);
        // As CloudFormation does: the API's stack needs what the web servers' stack puts out.
        for (const group of [web, api]) expect(await group.roll()).toEqual({ isComplete: true });
      });
      expect(failed).toEqual([]);
      expect([idsOf(web).length, idsOf(api).length]).toEqual([2, 2]);
      for (const id of [...idsOf(web), ...idsOf(api)]) expect(before).not.toContain(id);
      for (const line of [...(await lastLineOf(web, PAGE)), ...(await lastLineOf(api, SERVER))])
        expect(line).toContain(MARK);
    },
    ROLLED_WITHIN_MS,
  );

  test(
    'stop at the first host on which a release does not come to serve, and go on serving the one before',
    async () => {
      const { system, api } = gallery;
      const before = idsOf(api);
      const bad = await withChangedHost(
        await samBuild(),
        path.join(folder, 'bad'),
        'api',
        async (unpacked) => {
          const file = path.join(unpacked, SERVER);
          await writeFile(
            file,
            `throw new Error('A release that cannot start.');\n${await readFile(file, 'utf8')}`,
          );
        },
      );
      const failed = await whileVisited(system.stage, 'A bad release', async () => {
        await system.deployAgain(bad);
        expect(await api.roll()).toMatchObject({ isComplete: false });
      });
      expect(failed).toEqual([]);
      expect(idsOf(api)).toEqual(before);
      expect(system.stage.signals.at(-1)).toMatchObject({ status: 'FAILURE' });
    },
    ROLLED_WITHIN_MS,
  );
});
