import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { type Halves, splitDeclarations } from '@movieflix/local/webapp/split-declarations.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'movieflix-split-'));
afterAll(() => rmSync(folder, { recursive: true }));

let modules = 0;

/** Splits a module and loads both halves, as a lazy page would: the moved one with the kept one below it. */
async function split(code: string, wanted: string[]) {
  modules += 1;
  const [keptFile, movedFile] = [`kept-${modules}.mjs`, `moved-${modules}.mjs`];
  const halves: Halves = splitDeclarations(code, new Set(wanted), `./${keptFile}`);
  writeFileSync(path.join(folder, keptFile), halves.kept.code);
  writeFileSync(path.join(folder, movedFile), halves.moved.code);
  const moved = await import(path.join(folder, movedFile));
  const kept = await import(path.join(folder, keptFile));
  return { ...halves, loadedKept: kept, loadedMoved: moved };
}

test('what only others need is moved, with what it needs alone, and what both need stays', async () => {
  const { kept, moved, loadedKept, loadedMoved } = await split(
    `const base=2,far=5;function twice(n){return n*base}class Lazy{value=twice(far)}
     function eager(){return twice(1)}export{eager as e,Lazy as L};`,
    ['e'],
  );
  expect([kept.exports, moved.exports]).toEqual([['e'], ['L']]);
  expect(kept.code).not.toMatch(/Lazy|far/);
  expect([loadedKept.e(), new loadedMoved.L().value]).toEqual([2, 10]);
});

test('what does something by being loaded stays', async () => {
  const { kept, moved, loadedMoved } = await split(
    `var Kind;(function(k){k.One=1})(Kind||(Kind={}));function kinds(){return Kind}export{kinds as k};`,
    [],
  );
  expect(kept.code).toContain('k.One=1');
  expect(moved.code).not.toContain('k.One=1');
  expect(loadedMoved.k()).toEqual({ One: 1 });
});

test('what assigns a variable stays where the variable does', async () => {
  const { kept, loadedKept } = await split(
    `let count=0;function read(){return count}function raise(){count+=1}function both(){[count]=[9]}
     export{read as r,raise as u,both as b};`,
    ['r'],
  );
  expect(kept.exports.toSorted()).toEqual(['b', 'r', 'u']);
  loadedKept.u();
  expect(loadedKept.r()).toBe(1);
  loadedKept.b();
  expect(loadedKept.r()).toBe(9);
});

test('a name that only looks the same is no use of it', async () => {
  const { kept } = await split(
    `function far(){return 1}function eager(far){const o={far:2};return o.far+far}export{eager as e,far as f};`,
    ['e'],
  );
  expect(kept.exports).toEqual(['e']);
});

test('a shorthand, a default and a superclass are uses', async () => {
  const { loadedKept, kept } = await split(
    `const a=1;const b=2;class Base{c(){return 3}}class Sub extends Base{}
     function eager({d=b}={}){return{a}.a+d+new Sub().c()}export{eager as e};`,
    ['e'],
  );
  expect(kept.exports).toEqual(['e']);
  expect(loadedKept.e()).toBe(6);
});
