import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, expect, test } from '@jest/globals';
import { type Notice, Notices } from '../../core/notices/notices';
import { SessionStore } from '../../core/session/session-store';
import type { ChosenFile } from '../queue/chosen-file';
import { UploadQueue } from '../queue/upload-queue';
import { UploadDestination } from './upload-destination';
import { UploadIntake } from './upload-intake';

let added: ChosenFile[];
let films: unknown[];
let visited: unknown[];
let notices: string[];
let isSignedIn: boolean;

beforeEach(() => {
  added = [];
  films = [];
  visited = [];
  notices = [];
  isSignedIn = true;
  const add = (chosen: ChosenFile[], film: unknown) => {
    added.push(...chosen);
    films.push(film);
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: UploadQueue, useValue: { add } },
      { provide: SessionStore, useValue: { isSignedIn: () => isSignedIn } },
      { provide: Notices, useValue: { show: ({ text }: Notice) => notices.push(text) } },
      { provide: Router, useValue: { navigate: (...to: unknown[]) => visited.push(to) } },
    ],
  });
});

const sea = new File(['x'], 'sea.jpg', { type: 'image/jpeg' });

test('files are admitted or refused one by one', () => {
  TestBed.inject(UploadIntake).take([sea, new File(['x'], 'notes.txt', { type: 'text/plain' })]);
  expect(added).toMatchObject([
    { contentType: 'image/jpeg' },
    { refusal: expect.stringContaining('text/plain') },
  ]);
  expect(visited).toEqual([]);
  expect(notices).toEqual([]);
});

test('without a session the files are kept and the visitor is asked to sign in', () => {
  isSignedIn = false;
  TestBed.inject(UploadIntake).take([sea]);
  expect(added).toHaveLength(1);
  expect(visited).toEqual([[['/sign-in'], { queryParams: { next: '/upload' } }]]);
});

test('on the page of a film files go to the film, and a sentence says so', () => {
  TestBed.inject(UploadDestination).setFilm({ id: '0190', title: 'Nosferatu' });
  TestBed.inject(UploadIntake).take([sea]);
  expect(films).toEqual([{ id: '0190', title: 'Nosferatu' }]);
  expect(notices).toEqual(['1 picture goes to “Nosferatu”.']);
  isSignedIn = false;
  TestBed.inject(UploadIntake).take([sea]);
  expect(visited).toEqual([[['/sign-in'], { queryParams: { next: '/films/0190' } }]]);
});

test('hidden files of a folder are left out', () => {
  TestBed.inject(UploadIntake).take([new File(['x'], '.DS_Store')]);
  expect(added).toEqual([]);
});

test('of more files than are taken at once the first ones are, and a sentence says so', () => {
  TestBed.inject(UploadIntake).take(Array.from({ length: 10_001 }, () => sea));
  expect(added).toHaveLength(10_000);
  expect(notices).toEqual([expect.stringContaining('only the first 10,000 were taken')]);
});
