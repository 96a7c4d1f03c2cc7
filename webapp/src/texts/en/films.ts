import { number, plural } from './numbers.ts';

/** The catalogue. */
export const films = {
  favourites: 'Favourites',
  /** Of a list whose name is not known yet. */
  aList: 'A list',
  all: 'All',
  which: 'Which films',
  add: 'Add a film',
  count: (count: number) => plural(count, '1 film', '# films'),
  none: 'No films',
  didNotCome: 'The films did not come',
  moreThan: (count: number) => `More than ${number(count)} films`,
  posterOf: (title: string, year: number) => `Poster of ${title}, ${year}`,
  posterBy: (title: string, year: number, directors: string) =>
    `Poster of ${title}, ${year}, by ${directors}`,
  favourite: (title: string) => `Favourite: ${title}`,
  addToList: (title: string) => `Add to a list: ${title}`,
  takeOutOfList: (title: string) => `Take out of the list: ${title}`,

  filters: {
    label: 'Narrow the films',
    genre: 'Genre',
    anyGenre: 'Any genre',
    years: 'Years',
    anyYear: 'Any year',
    /** @param first year of it */
    decade: (first: number) => `${first}s`,
    director: 'Director',
    anyDirector: 'Any director',
    unknownDirector: 'No film by anyone of that name.',
    order: 'Order',
    byTitle: 'By title',
    newest: 'Newest first',
    oldest: 'Oldest first',
    clear: 'Clear filters',
  },

  empty: {
    closed: {
      heading: 'Favourites and lists are yours alone',
      text: 'Sign in to see the films that you keep.',
      deed: 'All films',
    },
    noMatch: {
      heading: 'No film matches',
      text: 'Titles, years and directors were searched, within what is chosen above.',
    },
    favourites: {
      heading: 'No favourites yet',
      text: 'Press the heart on a poster, and the film waits for you here.',
    },
    list: {
      heading: 'This list is still empty',
      text: 'Press the plus on a poster, and the film can be put in here.',
    },
    browse: 'Browse the films',
    programme: {
      heading: 'The programme is still empty',
      text: 'Films will be shown here. Meanwhile the gallery is open.',
      textForAdmin: 'The films that you add are shown here to everybody.',
      deed: 'Add the first film',
    },
  },
};
