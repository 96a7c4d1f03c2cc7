import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { textEntry } from '@movieflix/release-build/archive/archive-entry.ts';
import { packArchive } from '@movieflix/release-build/archive/pack-archive.ts';
import { testFolder, unpack } from './built-layers.ts';

const PAGE = textEntry('website/index.html', '<!doctype html>1');
const PROGRAM = { name: 'install', content: Buffer.from('#!/bin/sh\n'), isExecutable: true };

test('the same files give the same bytes in whichever order they come', async () => {
  const one = await packArchive([PAGE, PROGRAM]);
  const two = await packArchive([PROGRAM, PAGE]);
  expect(one).toEqual(two);
});

test.each([
  ['content', [{ ...PAGE, content: Buffer.from('2') }, PROGRAM]],
  ['name', [{ ...PAGE, name: 'website/other.html' }, PROGRAM]],
  ['mode', [PAGE, { ...PROGRAM, isExecutable: false }]],
  ['number', [PAGE]],
])('another %s of a file gives another archive', async (_what, entries) => {
  expect((await packArchive(entries)).content).not.toBe((await packArchive([PAGE, PROGRAM])).content);
});

test('tar unpacks an archive with its modes', async () => {
  using test = testFolder();
  const archive = path.join(test.folder, 'archive.tar.gz');
  writeFileSync(archive, (await packArchive([PAGE, PROGRAM])).gzipped);
  unpack(archive, test.folder);
  expect(readFileSync(path.join(test.folder, 'website/index.html'), 'utf8')).toBe('<!doctype html>1');
  expect(statSync(path.join(test.folder, 'install')).mode & 0o777).toBe(0o755);
  expect(execFileSync('tar', ['-tvzf', archive], { encoding: 'utf8' })).toMatch(/root\/root.*install/);
});

test('a page that changes without changing its size gets another time, so that browsers see it', async () => {
  using test = testFolder();
  const timeOf = async (text: string) => {
    const archive = path.join(test.folder, 'archive.tar.gz');
    writeFileSync(archive, (await packArchive([textEntry('index.html', text)])).gzipped);
    unpack(archive, test.folder);
    return statSync(path.join(test.folder, 'index.html')).mtimeMs;
  };
  const times = [await timeOf('main-AAAAAAAA.js'), await timeOf('main-BBBBBBBB.js')];
  expect(times[0]).not.toBe(times[1]);
  expect(Math.max(...times)).toBeLessThan(Date.now());
});

test('two files of one name are refused', async () => {
  await expect(packArchive([PAGE, PAGE])).rejects.toThrow('both named website/index.html');
});
