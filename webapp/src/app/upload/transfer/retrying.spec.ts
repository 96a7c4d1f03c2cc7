import { expect, test } from '@jest/globals';
import { backoffMs, retrying } from './retrying';
import { openTerms } from './testing/open-terms';
import { UploadFault } from './upload-fault';

const lost = () => new UploadFault('connection', 'The connection broke off.');

test('a fault that passes is tried again until it works', async () => {
  let tries = 0;
  const answer = await retrying(async () => {
    tries += 1;
    if (tries < 3) throw lost();
    return 'there';
  }, openTerms());
  expect([answer, tries]).toEqual(['there', 3]);
});

test('the last of ten failures is thrown', async () => {
  let tries = 0;
  const attempt = async () => {
    tries += 1;
    throw lost();
  };
  await expect(retrying(attempt, openTerms())).rejects.toThrow('The connection broke off.');
  expect(tries).toBe(10);
});

test('what is refused is not tried again', async () => {
  let tries = 0;
  const attempt = async () => {
    tries += 1;
    throw new UploadFault('refused', 'Expected a picture.');
  };
  await expect(retrying(attempt, openTerms())).rejects.toThrow('Expected a picture.');
  expect(tries).toBe(1);
});

test('a server that asks to wait closes the gate for everybody, and costs no try', async () => {
  let tries = 0;
  const waits: number[] = [];
  const terms = openTerms();
  terms.gate.closeFor = (seconds) => waits.push(seconds);
  await retrying(async () => {
    tries += 1;
    if (tries <= 12) throw new UploadFault('busy', 'That was too much.', 7);
  }, terms);
  expect(waits).toEqual(Array(12).fill(7));
});

test('nothing is tried before the gate opens', async () => {
  const gate = Promise.withResolvers<void>();
  const terms = openTerms();
  terms.gate.opened = () => gate.promise;
  let tries = 0;
  const answer = retrying(async () => {
    tries += 1;
  }, terms);
  await Promise.resolve();
  expect(tries).toBe(0);
  gate.resolve();
  await answer;
  expect(tries).toBe(1);
});

test('pauses double, up to half a minute, and are spread', () => {
  expect([1, 2, 3, 9].map((failures) => backoffMs(failures, 1))).toEqual([1000, 2000, 4000, 30_000]);
  expect(backoffMs(3, 0)).toBe(2000);
});
