/** Of pages, before the name of the site. */
export const titles = {
  gallery: 'Gallery',
  upload: 'Upload',
  trash: 'Trash',
  signIn: 'Sign in',
  signUp: 'Sign up',
  account: 'Account',
  notFound: 'Not found',
};
