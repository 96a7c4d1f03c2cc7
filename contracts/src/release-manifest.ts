/** What `sam build` writes beside a release, and the publisher reads: every file, with what is needed to check it. */

/** The packages inside the layers; on AWS and in an emulator they are found as any package is. */
export const RELEASE_PACKAGE = '@movieflix/release';
export const NODE_RUNTIME_PACKAGE = '@movieflix/node-runtime';
export const MANIFEST_FILE = 'manifest.json';

export const ROLES = ['api', 'web', 'database', 'bastion'] as const;
export type Role = (typeof ROLES)[number];

/** As CloudFormation and Lambda write them. */
export const ARCHITECTURES = ['arm64', 'x86_64'] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

export interface ReleaseFile {
  /** The path below the package. */
  file: string;
  bytes: number;
  /** Of the file's bytes, in hexadecimal digits. */
  sha256: string;
}

export interface Archive extends ReleaseFile {
  /** SHA-256 of the uncompressed archive: processors differ in how they compress, not in this. */
  content: string;
}

export interface WebsiteFile extends ReleaseFile {
  /** The path on the website. */
  key: string;
  contentType: string;
  cacheControl: string;
  contentEncoding?: 'gzip';
}

export interface ReleaseManifest {
  archives: Record<Role, Archive>;
  website: WebsiteFile[];
}

export interface NodeRuntimeManifest {
  archives: Record<Architecture, Archive>;
}
