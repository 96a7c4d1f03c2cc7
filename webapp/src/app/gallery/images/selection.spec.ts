import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { Subject } from 'rxjs';
import { testImage } from '../../core/api/testing/image';
import { GalleryStore } from './gallery-store';
import { Selection } from './selection';

const all = [5, 4, 3, 2, 1].map((number) => testImage(number));
const images = signal(all);
const id = (number: number) => testImage(number).id;
let removals: Subject<string>;
let selection: Selection;

beforeEach(() => {
  images.set(all);
  removals = new Subject();
  TestBed.configureTestingModule({
    providers: [Selection, { provide: GalleryStore, useValue: { images, removals } }],
  });
  selection = TestBed.inject(Selection);
});

const picked = () => selection.images().map(({ title }) => title);

test('picking twice lets go again', () => {
  selection.toggle(id(2));
  selection.toggle(id(2));
  expect(picked()).toEqual([]);
  expect(selection.isPicking()).toBe(false);
});

test('a stretch reaches from the image picked last, in either direction', () => {
  selection.toggle(id(2));
  selection.extendTo(id(4));
  expect(picked().sort()).toEqual(['Picture 2', 'Picture 3', 'Picture 4']);
});

test('an image that leaves the list leaves the selection', () => {
  selection.toggle(id(2));
  selection.toggle(id(3));
  removals.next(id(2));
  expect([...selection.ids()]).toEqual([id(3)]);
});

test('an image that is not held any more stays picked', () => {
  selection.toggle(id(2));
  images.set(all.filter((image) => image.id !== id(2)));
  selection.toggle(id(5));
  expect(picked().sort()).toEqual(['Picture 2', 'Picture 5']);
});

test('picking that began with the button ends with clearing', () => {
  selection.begin();
  expect(selection.isPicking()).toBe(true);
  selection.clear();
  expect(selection.isPicking()).toBe(false);
});
