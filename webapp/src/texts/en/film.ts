import { number, plural } from './numbers.ts';

/** The page of one film, and where it is written. */
export const film = {
  /** Before its own title is known. */
  title: 'Film',
  missing: {
    heading: 'This film is not shown here',
    text: 'The address may have a slip in it, or the film has been taken off the programme.',
  },
  didNotCome: 'The film did not come',
  loading: 'Loading the film …',

  facts: {
    directedBy: 'Directed by',
    genres: 'Genres',
    favourite: 'Favourite',
    addToList: 'Add to a list',
    born: (year: number) => `born ${year}`,
    died: (year: number) => `died ${year}`,
    edit: 'Edit',
    noBio: 'Nothing has been written about this director yet.',
    filmsBy: (director: string) => `All films by ${director}`,
    bornYear: 'Born',
    bornYearIs: 'Write a year such as 1890, or nothing.',
    diedYear: 'Died',
    diedYearIs: 'Write a year such as 1976, or nothing.',
    bio: 'About the director',
    noDescription: 'Nothing has been written about this genre yet.',
    filmsOfGenre: 'Its films',
    description: 'Description',
    textLanguage: 'Language of the text',
  },

  gallery: {
    heading: 'Gallery',
    addPictures: 'Add pictures',
    pictures: 'Pictures of this film',
    signInToAdd: 'Sign in to add pictures',
    signInToBringFirst: 'Sign in to bring the first',
    privateHint: (count: number) =>
      plural(
        count,
        'One of your pictures here is private: only you see it.',
        '# of your pictures here are private: only you see them.',
      ),
    publish: (count: number) => plural(count, 'Make it public', 'Make them public'),
    empty: {
      heading: 'No pictures yet',
      text: 'Stills, posters and photographs of this film will hang here.',
    },
  },

  choose: {
    fromGallery: 'Choose from the gallery',
    gallery: 'Your gallery',
    addToFilm: 'Add to the film',
    chosen: (count: number) => plural(count, '1 chosen', '# chosen'),
    moving: (count: number) => plural(count, '1 will leave another film', '# will leave another film'),
    empty: {
      heading: 'Nothing left to choose',
      text: 'Every picture of yours is in this film, or your gallery has none yet.',
    },
  },

  poster: {
    choose: 'Choose the poster',
    draw: 'Draw one instead',
    deed: 'Make it the poster',
    empty: {
      heading: 'This film has no public picture yet',
      text: 'A poster is one of the film’s pictures that everybody may see. Add one, or make one of them public.',
    },
  },

  admin: {
    only: {
      heading: 'Only administrators change the catalogue',
      text: 'You can look at every film, and add pictures to it.',
    },
    edit: 'Edit the film',
    remove: 'Remove',
    confirmRemove: {
      heading: (title: string) => `Remove “${title}”?`,
      text: 'The film leaves the catalogue, and everybody’s favourites and lists. Its pictures stay in the gallery.',
      deed: 'Remove the film',
    },
    removed: (title: string) => `“${title}” is removed. Its pictures stay in the gallery.`,
    saved: (title: string) => `“${title}” is saved.`,
    added: (title: string) => `“${title}” is in the catalogue.`,
  },

  form: {
    title: 'Title',
    writeTitle: 'Write the title under which the film is known.',
    originalTitle: 'Original title',
    whereItDiffers: 'Only where it differs.',
    year: 'Year',
    writeYear: 'Write a year from 1870 to 2100.',
    minutes: 'Minutes',
    howLong: 'How long it runs.',
    writeMinutes: 'Write 1 to 1000 minutes, or nothing.',
    directors: 'Directors',
    genres: 'Genres',
    endsName: 'Enter or a comma ends a name.',
    mostNames: (count: number) => `Leave at most ${number(count)} names.`,
    removeName: (name: string) => `Remove ${name}`,
    synopsis: 'Synopsis',
    synopsisLanguage: 'Language of the synopsis',
    save: 'Save the film',
    add: 'Add the film',
  },
};
