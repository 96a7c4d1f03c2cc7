import { beforeEach, expect, test } from '@jest/globals';
import type { SessionAnswer } from '../api/api-types';
import { readSession, STORAGE_KEY, writeSession } from './stored-session';

const nowMs = Date.parse('2026-11-23T10:00:00Z');
const session: SessionAnswer = {
  token: 'secret',
  expiresAt: '2026-12-23T10:00:00.000Z',
  user: {
    id: 'u',
    email: 'ada@example.org',
    displayName: 'Ada',
    isAdmin: false,
    createdAt: '2026-11-01T10:00:00.000Z',
    usage: { images: 0, bytes: 0, maxBytes: 1 },
  },
};

beforeEach(() => localStorage.clear());

test('a session survives a reload', () => {
  writeSession(localStorage, session);
  expect(readSession(localStorage, nowMs)).toEqual(session);
});

test('a session that is over is none', () => {
  writeSession(localStorage, { ...session, expiresAt: '2026-11-23T09:59:59.000Z' });
  expect(readSession(localStorage, nowMs)).toBeNull();
});

test('what cannot be read is none', () => {
  for (const broken of ['', 'x', 'null', '{}', '{"token":1}']) {
    localStorage.setItem(STORAGE_KEY, broken);
    expect(readSession(localStorage, nowMs)).toBeNull();
  }
});

test('signing out leaves nothing behind', () => {
  writeSession(localStorage, session);
  writeSession(localStorage, null);
  expect(localStorage).toHaveLength(0);
});
