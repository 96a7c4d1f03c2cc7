import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { samBuild } from '../stacks/build/sam-build.ts';
import { describeWherePossible } from '../stacks/built/describe-where-possible.ts';
import { outputOf, resourceOf } from '../stacks/deploy/gallery.ts';
import { waitFor } from '../waiting/wait-for.ts';
import { openWorldFetch, type WorldFetch } from './load/world-fetch.ts';
import { newPhotographer, type Photographer } from './restore/member.ts';
import { writtenCommands } from './restore/written-procedure.ts';
import { OPEN_WITHIN_MS, openGallery, type RunningGallery, waitUntilServed } from './system/open-gallery.ts';
import { ensureSystemPrograms } from './system/open-system.ts';

/** Only to end what hangs. */
const RESTORED_WITHIN_MS = 900_000;
/** The log is archived each minute. */
const ARCHIVED_WITHIN_MS = 180_000;
/** As the procedure writes a moment. */
const MOMENT = '2026-01-31 12:00:00+00';

await describeWherePossible('a database that is lost', ensureSystemPrograms, (ready) => {
  let gallery: RunningGallery;
  let world: WorldFetch;
  let ada: Photographer;
  let kept: string[];
  let late: string[];

  beforeAll(async () => {
    await ready;
    gallery = await openGallery();
    world = openWorldFetch(gallery.system.stage);
    ada = await newPhotographer(gallery.system.stage.siteUrl, world);
    kept = await ada.bringIn('canyon-wren.jpg', 'casa-mila-rotated.jpg', 'extreme-desert-hike.jpg');
  }, OPEN_WITHIN_MS);
  afterAll(async () => {
    world?.close();
    await gallery?.close();
  });

  const onDatabase = (script: string) => gallery.database.hosts()[0]!.machine.run(script);
  const sql = async (query: string) =>
    (await onDatabase(`sudo -u postgres psql --tuples-only --no-align --command "${query}"`)).trim();

  async function untilArchived(): Promise<void> {
    const segment = await sql('select pg_walfile_name(pg_current_wal_insert_lsn())');
    const isArchived = async () =>
      (await sql(`select last_archived_wal >= '${segment}' from pg_stat_archiver`)) === 't';
    await waitFor('the log to be archived', isArchived, ARCHIVED_WITHIN_MS);
  }

  /** The drill, first to look and then to mend, as it is written down. Returns what it said each time. */
  async function drill(): Promise<[looked: string, mended: string]> {
    const [look, mend] = await writtenCommands('**The drill.**');
    const onApi = (command: string) => gallery.api.hosts()[0]!.machine.run(`${command} 2>&1 || true`);
    return [await onApi(look!), await onApi(mend!)];
  }

  async function deleteByMistake(key: string): Promise<void> {
    const Bucket = outputOf(gallery.system.deployed.gallery.nested['StorageStack'], 'ImageBucket');
    await gallery.system.deployed.clients.s3.send(new DeleteObjectCommand({ Bucket, Key: key }));
  }

  test(
    'comes back on a new volume with all that was archived',
    async () => {
      const { system, database } = gallery;
      await waitFor(
        'the first backup',
        async () =>
          (await onDatabase('sudo -u postgres pgbackrest --stanza=movieflix info')).includes('full backup:'),
        ARCHIVED_WITHIN_MS,
      );
      await untilArchived();
      late = await ada.bringIn('valley-midnight.jpg', 'high-trestle-trail.reference.jpg');

      await system.killHost(database.hosts()[0]!);
      await system.volumes.destroy(resourceOf(system.deployed.gallery, 'DatabaseStack', 'Volume'));
      expect(await writtenCommands('**The volume or its zone is lost.**')).toEqual([
        'sam deploy --guided    # DatabaseZone: b, or a if it was b',
      ]);
      await system.deployAgain(await samBuild(), { DatabaseZone: 'b' });
      expect(await database.roll()).toEqual({ isComplete: true });
      await waitUntilServed(system);

      expect([...(await ada.listed()).keys()].sort()).toEqual([...kept].sort());
      for (const id of kept) await ada.seesWhole(id);
    },
    RESTORED_WITHIN_MS,
  );

  test(
    'gets back by the drill what the backup had not seen, and what was deleted by mistake',
    async () => {
      await deleteByMistake(`originals/${kept[0]}`);
      await deleteByMistake(`renditions/${kept[1]}/320.webp`);
      const [looked, mended] = await drill();
      for (const id of [kept[0]!, kept[1]!, ...late]) {
        expect(looked).toContain(id);
        expect(mended).toContain(id);
      }
      expect(looked).not.toContain(kept[2]);
      for (const id of [...kept, ...late]) await ada.seesWhole(id);
      expect((await ada.listed()).get(late[0]!)).toBe('valley-midnight.jpg');
      const [again] = await drill();
      expect(again).toContain('Nothing is wrong.');
      for (const id of [...kept, ...late]) expect(again).not.toContain(id);
    },
    RESTORED_WITHIN_MS,
  );

  test(
    'goes back to a moment',
    async () => {
      const moment = await sql("select date_trunc('milliseconds', clock_timestamp())");
      await ada.remove(kept[2]!);
      expect([...(await ada.listed()).keys()]).not.toContain(kept[2]);

      const commands = await writtenCommands('**The database, to a moment.**');
      expect(commands.at(-1)).toContain(MOMENT);
      for (const command of commands) await onDatabase(command.replace(MOMENT, moment));
      await waitUntilServed(gallery.system);

      expect([...(await ada.listed()).keys()]).toContain(kept[2]);
      const [looked] = await drill();
      expect(looked).toContain(kept[2]);
      for (const id of [...kept, ...late]) await ada.seesWhole(id);
    },
    RESTORED_WITHIN_MS,
  );
});
