import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { DropAnywhere } from './drop-anywhere';
import { LateIntake } from './late-intake';

const file = new File(['x'], 'sea.jpg');
let taken: File[];
let element: HTMLElement;

beforeEach(async () => {
  taken = [];
  const intake = { take: (files: Iterable<File>) => taken.push(...files) };
  TestBed.configureTestingModule({ providers: [{ provide: LateIntake, useValue: intake }] });
  const fixture = TestBed.createComponent(DropAnywhere);
  await fixture.whenStable();
  element = fixture.nativeElement;
});

/** jsdom has no drag events and no clipboard events, so plain ones carry what the real ones do. */
function fire(type: string, properties: object, target: EventTarget = document.body): Event {
  const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), properties);
  target.dispatchEvent(event);
  TestBed.tick();
  return event;
}

const drag = (types: string[]) => ({
  relatedTarget: null,
  dataTransfer: { types, items: [{ kind: 'file', getAsFile: () => file }], dropEffect: 'none' },
});
const veil = () => element.querySelector('.veil');

test('files over the window show where they can go, until they leave', () => {
  fire('dragenter', drag(['Files']));
  expect(veil()).not.toBeNull();
  fire('dragleave', { ...drag(['Files']), relatedTarget: document.body });
  expect(veil()).not.toBeNull();
  fire('dragleave', drag(['Files']));
  expect(veil()).toBeNull();
});

test('a dragged text is none of our business', () => {
  const event = fire('dragover', drag(['text/plain']));
  expect([veil(), event.defaultPrevented]).toEqual([null, false]);
});

test('dropped files are taken, and the browser does not leave the page for them', async () => {
  fire('dragenter', drag(['Files']));
  const event = fire('drop', drag(['Files']));
  await Promise.resolve();
  expect([taken, event.defaultPrevented, veil()]).toEqual([[file], true, null]);
});

test('a pasted picture is taken, but not while somebody types', () => {
  const clipboardData = { files: [file] };
  const field = document.body.appendChild(document.createElement('input'));
  fire('paste', { clipboardData }, field);
  expect(taken).toEqual([]);
  field.remove();
  fire('paste', { clipboardData });
  expect(taken).toEqual([file]);
});
