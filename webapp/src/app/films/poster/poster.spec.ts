import { TestBed } from '@angular/core/testing';
import { expect, test } from '@jest/globals';
import { Poster } from './poster';

const picture = {
  imageId: '01900000-0000-7000-8000-000000000001',
  thumbhash: null,
  thumbnails: [{ width: 320, height: 480, url: 'https://example.org/320.webp' }],
};

async function show(inputs: Record<string, unknown> = {}) {
  const fixture = TestBed.createComponent(Poster);
  const all = { title: 'Metropolis', year: 1927, directors: ['Fritz Lang'], width: 200, ...inputs };
  for (const [name, value] of Object.entries(all)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return { fixture, element: fixture.nativeElement as HTMLElement };
}

test('a film without a picture gets a drawn poster that a screen reader can tell of', async () => {
  const { element } = await show();
  expect(element.querySelector('.title')?.textContent).toBe('Metropolis');
  expect(element.getAttribute('aria-label')).toBe('Poster of Metropolis, 1927, by Fritz Lang');
  expect(element.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
});

test('a film with a picture shows it, and the drawn poster where it does not load', async () => {
  const { fixture, element } = await show({ picture });
  expect(element.querySelector('svg')).toBeNull();
  element.querySelector('img')!.dispatchEvent(new Event('error'));
  await fixture.whenStable();
  expect(element.querySelector('svg')).not.toBeNull();
});
