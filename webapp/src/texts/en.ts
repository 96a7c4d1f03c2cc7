import { pluralIn } from './plural';

const plural = pluralIn('en');
const images = (count: number) => plural(count, '1 image', `${count} images`);

/** English, and the shape of every other language. */
export const en = {
  /** Of pages, before the name of the site. */
  titles: {
    gallery: 'Gallery',
    upload: 'Upload',
    trash: 'Trash',
    signIn: 'Sign in',
    signUp: 'Sign up',
    account: 'Account',
    notFound: 'Not found',
  },

  shared: {
    tryAgain: 'Try again',
    toGallery: 'To the gallery',
    keep: 'Keep',
    /** @param done in bytes, as words */
    bytesOf: (done: string, all: string) => `${done} of ${all}`,
    bytes: (count: number) => plural(count, '1 byte', `${count} bytes`),
    images,
  },

  shell: {
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
  },

  notFound: {
    heading: 'Nothing is shown here',
    text: 'The address may have a slip in it, or what was here has gone.',
  },

  account: {
    heading: 'Account',
    email: 'Email',
    name: 'Name',
    password: 'Password',
    writeName: 'Write the name to show beside your public images.',
    atLeast: (characters: number) => `At least ${characters} characters.`,
    signIn: {
      heading: 'Welcome back',
      hasEnded: 'Your session has ended. Sign in to go on where you were.',
      writeEmail: 'Write the address you signed up with, like name@example.org.',
      writePassword: 'Write your password.',
      deed: 'Sign in',
      newHere: 'New here?',
      makeAccount: 'Make an account',
    },
    signUp: {
      heading: 'Make an account',
      text: 'For your own photographs. Each stays private until you make it public.',
      nameHint: 'Shown beside your public images.',
      writeEmail: 'Write an address like name@example.org.',
      passwordTooShort: (least: number, has: number) =>
        `A password has at least ${least} characters; this one has ${has}.`,
      deed: 'Make the account',
      haveOne: 'Already have one?',
      signIn: 'Sign in',
    },
    nameForm: { deed: 'Save the name', saved: 'Saved.' },
    passwordForm: {
      current: 'Current password',
      writeCurrent: 'Write the password you have now.',
      new: 'New password',
      tooShort: (least: number) => `A password has at least ${least} characters.`,
      deed: 'Change the password',
      changed: 'Changed. Other places where you were signed in are signed out.',
    },
    leave: {
      heading: 'Leave',
      text: 'This deletes your account and all your images for good. Nobody can bring them back.',
      password: 'Your password, to be sure',
      writePassword: 'Write your password to confirm.',
      deed: 'Delete my account and images',
      gone: 'Your account and your images are gone.',
    },
    spaceUsed: 'Space used',
  },

  trash: {
    heading: 'Trash',
    text: 'Images stay here for 30 days and then go for good.',
    empty: 'Empty the trash',
    isEmpty: 'The trash is empty',
    isEmptyText: 'What you move to the trash waits here, in case you want it back.',
    restore: 'Restore',
    restoreImage: (title: string) => `Restore ${title}`,
    delete: 'Delete',
    deleteImage: (title: string) => `Delete ${title} for good`,
    showMore: 'Show more',
    restored: '1 image is back in the gallery.',
    gone: (count: number) => plural(count, '1 image is gone.', `${count} images are gone.`),
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
  },

  faults: {
    noAnswer: 'movieFlix does not answer. It may be starting again; try once more in a moment.',
    offline: 'You are offline. This will work again when the connection is back.',
    server: 'movieFlix could not do this just now. Nothing was lost; try again in a moment.',
    withoutReason: (status: number) => `movieFlix refused this (status ${status}) without saying why.`,
    inPage: (error: string) => `Something went wrong in the page: ${error}.`,
    tooMany: (wait: string) => `That was too many tries in a short time. ${wait}`,
    waitALittle: 'Wait a little.',
    tryAgainInSeconds: (seconds: number) =>
      plural(seconds, 'Try again in a second.', `Try again in ${seconds} seconds.`),
    tryAgainInMinutes: (minutes: number) =>
      plural(minutes, 'Try again in a minute.', `Try again in ${minutes} minutes.`),
    pageDidNotCome: 'This page did not come. Load it again to try once more.',
    loadAgain: 'Load again',
    pageNotVisited: 'You are offline, and this page has not been here yet.',
    ok: 'OK',
  },

  /** The API's refusals by their codes, where its own English sentence is not to be shown. */
  refusals: {} as Readonly<Record<string, string>>,
};
