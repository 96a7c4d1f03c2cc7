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
import { apiEntries } from './api/api-entries.ts';
import { type ArchiveEntry, entriesOf } from './archive/archive-entry.ts';
import { packArchive } from './archive/pack-archive.ts';
import { type BuildFolder, openBuildFolder } from './build-folder.ts';
import { webappFiles, websiteSources } from './website/website-files.ts';

/** What a release is made of. */
export interface ReleaseSources {
  checkout: string;
  /** The folder of the built web app. */
  webapp: string;
}

/**
 * Builds the release into a layer: an archive for each role of hosts, and the files of the website.
 *
 * @param layer the folder that becomes the layer
 */
export async function buildReleaseLayer(sources: ReleaseSources, layer: string): Promise<void> {
  const folder = openBuildFolder(layer, RELEASE_PACKAGE);
  const archives: Partial<Record<Role, Archive>> = {};
  for (const role of ROLES) {
    archives[role] = folder.writeArchive(
      `${role}.tar.gz`,
      await packArchive(await entriesFor(role, sources)),
    );
  }
  const website = writeWebsite(folder, sources.webapp);
  folder.writeManifest({ archives, website } as ReleaseManifest);
}

/** What a role's hosts unpack: the files of all hosts and its own, and what it runs or serves. */
async function entriesFor(role: Role, { checkout, webapp }: ReleaseSources): Promise<ArchiveEntry[]> {
  const hosts = ['base', role].flatMap((name) => entriesOf(path.join(checkout, 'hosts', name)));
  if (!hosts.some(({ name }) => name === 'install')) {
    throw new Error(
      `Expected hosts/${role}/install, by which a host of that role is set up, but it is missing.`,
    );
  }
  if (role === 'api') return [...hosts, ...(await apiEntries(checkout))];
  if (role === 'web') return [...hosts, ...webappEntries(webapp)];
  return hosts;
}

/** The web app with its compressed variants, among which nginx chooses. */
function webappEntries(webapp: string): ArchiveEntry[] {
  const files = webappFiles(webapp);
  return entriesOf(webapp, 'website', [...files, ...files.map((file) => `${file}.{br,gz}`)]);
}

function writeWebsite(folder: BuildFolder, webapp: string): WebsiteFile[] {
  return websiteSources(webapp).map(({ file, ...served }) => {
    const written = folder.write(`website/${file}`, readFileSync(path.join(webapp, file)));
    return { ...served, ...written };
  });
}
