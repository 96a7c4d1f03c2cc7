import { plural } from './numbers.ts';

export const gallery = {
  images: 'Images',
  whose: 'Whose images',
  show: { all: 'All', mine: 'Mine', public: 'Public' },
  today: 'Today',
  yesterday: 'Yesterday',
  didNotCome: 'The images did not come',
  whenTaken: 'When the photographs were taken',

  empty: {
    noMatch: {
      heading: 'No image matches',
      text: 'Titles, descriptions and file names were searched.',
      deed: 'Show all images',
    },
    public: {
      heading: 'Nothing is public yet',
      text: 'An image that its owner makes public is shown here to everybody.',
      deed: 'Show my images',
    },
    own: {
      heading: 'Your photographs will hang here',
      text: 'Drop photographs anywhere on this page, or choose some.',
      deed: 'Upload photographs',
    },
    visitor: {
      heading: 'The room is still dark',
      text: 'Nobody has shown an image to everybody yet. Sign in to see your own, or bring the first one.',
      deed: 'Make an account',
    },
  },

  tile: {
    animated: 'animated',
    private: 'private',
    selected: 'selected',
    select: (name: string) => `Select ${name}`,
    onTheWay: 'Its thumbnail is on the way.',
    retry: 'Retry',
    toTrash: 'To the trash',
  },

  selection: {
    label: 'Selected images',
    clear: 'Clear the selection',
    count: (count: number) => plural(count, '1 selected', '# selected'),
    publish: 'Make public',
    hide: 'Make private',
    takeOut: 'Take out of the film',
    trash: 'Trash',
  },

  /** What came of a deed. */
  deeds: {
    trashed: (count: number) => plural(count, '1 image moved to the trash.', '# images moved to the trash.'),
    public: (count: number) => plural(count, '1 image now public.', '# images now public.'),
    private: (count: number) => plural(count, '1 image now private.', '# images now private.'),
    inFilm: (count: number, title: string) =>
      plural(count, `1 image now in “${title}”.`, `# images now in “${title}”.`),
    outOfFilm: (count: number, title: string) =>
      plural(count, `1 image taken out of “${title}”.`, `# images taken out of “${title}”.`),
  },
};
