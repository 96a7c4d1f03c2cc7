import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Archive,
  RELEASE_PACKAGE,
  type ReleaseManifest,
  ROLES,
  type Role,
  type WebsiteFile,
} from '@movieflix/contracts/release-manifest';
import { openLogFile } from '@movieflix/local/data-folder/log-file.ts';
import { buildWebapp } from '@movieflix/local/webapp/build.ts';
import { apiEntries } from './api/api-entries.ts';
import { type ArchiveEntry, entriesOf } from './archive/archive-entry.ts';
import { packArchive } from './archive/pack-archive.ts';
import { type BuildFolder, openBuildFolder } from './build-folder.ts';
import { readArguments } from './read-arguments.ts';
import { webappFiles, websiteSources } from './website/website-files.ts';

const { checkout, layer } = readArguments();
const webapp = await builtWebapp();
const release = openBuildFolder(layer, RELEASE_PACKAGE);
const archives: Partial<Record<Role, Archive>> = {};
for (const role of ROLES) archives[role] = await writeRole(release, role);
release.writeManifest({ archives, website: writeWebsite(release) } as ReleaseManifest);

async function builtWebapp(): Promise<string> {
  const log = openLogFile(path.join(checkout, '.cache'), 'webapp-build');
  try {
    return await buildWebapp(checkout, log, new AbortController().signal);
  } finally {
    log.close();
  }
}

/** What a role's hosts unpack: the files of all hosts and its own, and what it runs or serves. */
async function writeRole(folder: BuildFolder, role: Role): Promise<Archive> {
  const hosts = ['base', role].flatMap((name) => entriesOf(path.join(checkout, 'hosts', name)));
  const archive = await packArchive([...hosts, ...(await entriesOfRole(role))]);
  return folder.writeArchive(`${role}.tar.gz`, archive);
}

async function entriesOfRole(role: Role): Promise<ArchiveEntry[]> {
  if (role === 'api') return apiEntries(checkout);
  if (role !== 'web') return [];
  const files = webappFiles(webapp);
  return entriesOf(webapp, 'website', [...files, ...files.map((file) => `${file}.{br,gz}`)]);
}

function writeWebsite(folder: BuildFolder): WebsiteFile[] {
  return websiteSources(webapp).map(({ file, ...served }) => {
    const written = folder.write(`website/${file}`, readFileSync(path.join(webapp, file)));
    return { ...served, ...written };
  });
}
