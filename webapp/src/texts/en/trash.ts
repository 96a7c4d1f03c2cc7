import { plural } from './numbers.ts';

export const trash = {
  heading: 'Trash',
  text: 'Images stay here for 30 days and then go for good.',
  didNotCome: 'The trash did not come',
  empty: 'Empty the trash',
  isEmpty: 'The trash is empty',
  isEmptyText: 'What you move to the trash waits here, in case you want it back.',
  restore: 'Restore',
  restoreImage: (title: string) => `Restore ${title}`,
  delete: 'Delete',
  deleteImage: (title: string) => `Delete ${title} for good`,
  showMore: 'Show more',
  restored: '1 image is back in the gallery.',
  gone: (count: number) => plural(count, '1 image is gone.', '# images are gone.'),
  confirmDelete: {
    heading: 'Delete this image for good?',
    text: 'The original and everything made from it go. Nobody can bring it back.',
    deed: 'Delete for good',
  },
  confirmEmpty: {
    heading: 'Empty the trash?',
    text: 'Every image in it goes for good, with its original. Nobody can bring them back.',
    deed: 'Delete all for good',
  },
};
