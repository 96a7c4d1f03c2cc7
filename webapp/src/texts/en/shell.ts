/** Around the pages. The places have the names of their pages. */
export const shell = {
  skipToPage: 'Skip to the page',
  offline:
    'You are offline. What you have visited is still here, and uploads go on when the connection is back.',
  home: 'movieFlix, to the films',
  places: 'Places',
  searchFilms: 'Search films',
  searchGallery: 'Search images',
  accountAndSettings: 'Account and settings',
  theme: 'Theme',
  likeSystem: 'Like the system',
  dark: 'Dark',
  light: 'Light',
  language: 'Language',
  languageDidNotCome: 'This language did not come. Try again when the connection is back.',
  signOut: 'Sign out',
  drop: {
    toUpload: 'Let go to upload',
    intoFilm: (title: string) => `Let go to add to “${title}”`,
  },
  uploadDidNotBegin:
    'The upload could not begin, because you are offline. Bring the files again in a moment.',
};
