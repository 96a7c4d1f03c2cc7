import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { pruneProperties } from '../../../local/src/webapp/prune-properties.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'movieflix-properties-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('only custom properties that something built reads stay in the page, with the values they had', () => {
  const styles =
    'html{color-scheme:light;--by-page: light-dark(#fff, #000);--by-none: 1px;--by-script: "a b";--by-property: var(--by-page)}' +
    'p{color:var(--by-page);--by-component: 2px;--by-none: 3px}';
  writeFileSync(path.join(folder, 'index.html'), `<style>${styles}</style><p>--by-text: stays</p>`);
  writeFileSync(
    path.join(folder, 'page-AAAAAAAA.js'),
    'const s=`a{b:var(--by-script);c:var( --%NS%by-component,1px)}`',
  );
  pruneProperties(folder);
  expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).toBe(
    '<style>html{color-scheme:light;--by-page: light-dark(#fff, #000);--by-script: "a b";}' +
      'p{color:var(--by-page);--by-component: 2px;}</style><p>--by-text: stays</p>',
  );
});
