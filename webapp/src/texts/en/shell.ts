export const shell = {
  skipToPage: 'Skip to the page',
  offline:
    'You are offline. What you have visited is still here, and uploads go on when the connection is back.',
  accountAndSettings: 'Account and settings',
  theme: 'Theme',
  likeSystem: 'Like the system',
  dark: 'Dark',
  light: 'Light',
  language: 'Language',
  signOut: 'Sign out',
  signIn: 'Sign in',
};
