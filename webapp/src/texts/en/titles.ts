/** Of pages, before the name of the site. */
export const titles = {
  films: 'Films',
  lists: 'Lists',
  newFilm: 'New film',
  editFilm: 'Edit the film',
  gallery: 'Gallery',
  upload: 'Upload',
  trash: 'Trash',
  signIn: 'Sign in',
  signUp: 'Sign up',
  account: 'Account',
  notFound: 'Not found',
};
