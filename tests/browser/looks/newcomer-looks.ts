import { bringWrenAndBroken, chooseFiles, photo, uploadRow, visit } from '../deeds.ts';
import type { Look } from './look.ts';

const as = 'newcomer';

export const newcomerLooks = {
  'gallery-empty': {
    as,
    reach: (page) => visit(page, '/gallery?show=mine', 'Your photographs will hang here'),
  },
  'favourites-empty': { as, reach: (page) => visit(page, '/films?show=favourites', 'No favourites yet') },
  'lists-empty': { as, reach: (page) => visit(page, '/films/lists', 'No lists yet') },
  'trash-empty': { as, reach: (page) => visit(page, '/trash', 'The trash is empty') },
  upload: {
    as,
    async reach(page) {
      await page.goto('/upload');
      await page.getByRole('heading', { name: /Drop photographs anywhere|Bring your photographs/ }).waitFor();
    },
  },
  'upload-dropping': {
    as,
    async reach(page) {
      await visit(page, '/films', 'Films');
      const dropped = await page.evaluateHandle(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['x'], 'x.jpg', { type: 'image/jpeg' }));
        return transfer;
      });
      await page.dispatchEvent('main', 'dragenter', { dataTransfer: dropped });
      await page.getByText('Let go to upload').waitFor();
    },
  },
  uploads: {
    as,
    async reach(page) {
      await page.goto('/upload');
      await bringWrenAndBroken(page);
    },
  },
  notice: {
    as,
    async reach(page) {
      await page.goto('/upload');
      await chooseFiles(page, [photo('canyon-wren.jpg')]);
      await uploadRow(page, 'canyon-wren.jpg').getByText('In your gallery').waitFor();
      await page.getByRole('button', { name: 'Close the list of uploads' }).click();
      await visit(page, '/gallery?show=mine', 'Gallery');
      await page.getByRole('checkbox', { name: 'Select canyon-wren' }).click();
      await page.getByRole('toolbar').getByRole('button', { name: 'Trash' }).click();
      // It stays for as long as its button has the focus.
      await page.getByRole('button', { name: 'Undo' }).focus();
      await page.getByRole('heading', { name: 'Your photographs will hang here' }).waitFor();
    },
  },
  'films-no-rights': {
    as,
    reach: (page) => visit(page, '/films/new', 'Only administrators change the catalogue'),
  },
} satisfies Record<string, Look>;
