import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { ImagesApi } from '../../core/api/images-api';
import { testImage } from '../../core/api/testing/image';
import { ApiError } from '../../core/errors/api-error';
import { DetailsForm } from './details-form';

const patch = jest.fn<ImagesApi['patch']>();
const image = testImage(1, { title: 'Harbour' });

beforeEach(() => {
  patch.mockReset();
  TestBed.configureTestingModule({ providers: [{ provide: ImagesApi, useValue: { patch } }] });
});

async function show() {
  const fixture = TestBed.createComponent(DetailsForm);
  fixture.componentRef.setInput('image', image);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const title = element.querySelector<HTMLInputElement>('input[formControlName=title]')!;
  return {
    element,
    title,
    setImage: async (other: typeof image) => {
      fixture.componentRef.setInput('image', other);
      await fixture.whenStable();
    },
    type: async (text: string) => {
      title.value = text;
      title.dispatchEvent(new Event('input'));
      await fixture.whenStable();
    },
    save: async () => {
      element.querySelector('form')!.dispatchEvent(new Event('submit'));
      await fixture.whenStable();
    },
    status: () => element.querySelector('[role=status]')!.textContent,
    alert: () => element.querySelector('[role=alert]')!.textContent,
  };
}

test('a changed title is saved and said to be', async () => {
  patch.mockResolvedValue({ ...image, title: 'Evening' });
  const form = await show();
  await form.type('Evening');
  await form.save();
  expect(patch).toHaveBeenCalledWith(image.id, { title: 'Evening' });
  expect(form.status()).toBe('Saved.');
});

test('what was opened and not changed is not written', async () => {
  const form = await show();
  await form.save();
  expect(patch).not.toHaveBeenCalled();
});

test('what cannot be saved stays in the field with the reason', async () => {
  patch.mockRejectedValue(new ApiError('The title is too long.', 400, 'invalid-input'));
  const form = await show();
  await form.type('Evening');
  await form.save();
  expect(form.alert()).toBe('The title is too long.');
  expect(form.title.value).toBe('Evening');
});

test('what is being typed stays when the image changes by itself', async () => {
  const form = await show();
  await form.type('Even');
  await form.setImage({ ...image, tags: ['sea'] });
  expect(form.title.value).toBe('Even');
});

test('the next image brings its own title', async () => {
  const form = await show();
  await form.type('Even');
  await form.setImage(testImage(2, { title: 'Otters' }));
  expect(form.title.value).toBe('Otters');
});

test('a public image whose original says where it was taken carries a warning', async () => {
  const exif = { latitude: 41.39, longitude: 2.16 };
  const form = await show();
  const note = () => form.element.querySelector('[role=note]')?.textContent;
  await form.setImage(testImage(2, { visibility: 'private', exif }));
  expect(note()).toBeUndefined();
  await form.setImage(testImage(3, { visibility: 'public', exif }));
  expect(note()).toBe('The original says where it was taken, and everybody can download it.');
  await form.setImage(testImage(4, { visibility: 'public', exif: {} }));
  expect(note()).toBeUndefined();
});
