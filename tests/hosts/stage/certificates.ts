import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { CHECKOUT } from '../../runner/run-program.ts';
import { withLock } from '../../stacks/tools/lock.ts';
import { run } from './programs.ts';

const FOLDER = path.join(CHECKOUT, '.cache/hosts/certificate-authority');
const CURVE = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** Files of a certificate authority, in PEM. */
export interface CertificateAuthority {
  certificate: string;
  key: string;
}

/** Whom the hosts of the stage trust besides the world's authorities. Made once, for root file systems are kept too. */
export async function certificateAuthority(): Promise<CertificateAuthority> {
  const authority = {
    certificate: path.join(FOLDER, 'authority.crt'),
    key: path.join(FOLDER, 'authority.key'),
  };
  await mkdir(FOLDER, { recursive: true });
  await withLock(path.join(FOLDER, 'lock'), async () => {
    if (existsSync(authority.certificate)) return;
    const unfinished = `${authority.certificate}.unfinished`;
    const subject = ['-subj', '/CN=movieFlix Gallery test authority'];
    const rights = ['-addext', 'keyUsage=critical,keyCertSign,cRLSign'];
    const files = ['-keyout', authority.key, '-out', unfinished];
    await run('openssl', 'req', '-x509', ...CURVE, '-days', '3650', ...subject, ...rights, ...files);
    await rename(unfinished, authority.certificate);
  });
  return authority;
}

/**
 * Writes a certificate for servers of the names, with its key, into one file, as HAProxy wants it.
 *
 * @param folder of the stage
 * @param names may begin with `*.`, which stands for one label
 */
export async function certify(folder: string, names: string[]): Promise<string> {
  const authority = await certificateAuthority();
  const file = path.join(folder, 'server.pem');
  const key = `${file}.key`;
  const alternatives = `subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}`;
  const issuer = ['-CA', authority.certificate, '-CAkey', authority.key, '-days', '30'];
  const files = ['-keyout', key, '-out', file];
  const limits = ['-addext', 'basicConstraints=critical,CA:FALSE', '-addext', alternatives];
  const about = ['-subj', '/CN=movieFlix Gallery stage', ...limits];
  await run('openssl', 'req', '-x509', ...CURVE, ...issuer, ...about, ...files);
  await appendFile(file, await readFile(key));
  return file;
}

/** The names of AWS's services: the region's, the world's, and of buckets in either way of addressing. */
export function namesOfServices(region: string): string[] {
  const s3 = [`*.s3.${region}.amazonaws.com`, '*.s3.amazonaws.com', `*.s3.dualstack.${region}.amazonaws.com`];
  return [`*.${region}.amazonaws.com`, '*.amazonaws.com', `*.${region}.elb.amazonaws.com`, ...s3];
}
