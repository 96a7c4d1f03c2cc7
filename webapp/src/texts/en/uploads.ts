import { number, plural } from './numbers.ts';

export const uploads = {
  page: {
    dropAnywhere: 'Drop photographs anywhere.',
    bringIn: 'Bring your photographs in.',
    foldersToo: 'Whole folders too, or paste a picture from the clipboard.',
    choosePhotographs: 'Choose photographs',
    chooseFolder: 'Choose a folder',
    /** @param largest in bytes, as words */
    limits: (types: string, largest: string) =>
      `${types}, up to ${largest} each. Only you see them until you make one public. Photographs you already have are recognised and not sent twice.`,
    photographs: 'Photographs',
    folder: 'Folder',
  },

  intake: {
    tooMany: (most: number) =>
      `These are more than ${number(most)} files, and only the first ${number(most)} were taken. Bring the others in smaller folders.`,
    goToFilm: (files: number, title: string) =>
      plural(files, `1 picture goes to “${title}”.`, `# pictures go to “${title}”.`),
  },

  admission: {
    types: 'JPEG, PNG, WebP, AVIF, GIF, TIFF, HEIC and raw camera files',
    noPicture: (what: string, types: string) => `This is ${what}, but a picture was expected: ${types}.`,
    fileOfType: (type: string) => `a file of type ${type}`,
    fileEndingIn: (ending: string) => `a .${ending} file`,
    fileWithoutType: 'a file without a type',
    empty: 'This file is empty (0 bytes), but a picture was expected.',
    /** @param has in bytes, as words */
    tooLarge: (has: string, most: string) => `This file has ${has}, but at most ${most} were expected.`,
  },

  status: {
    waiting: 'Waiting',
    checking: 'Checking',
    uploading: (percent: string, size: string) => `Uploading ${percent} of ${size}`,
    processing: 'Uploaded, making the thumbnail',
    ready: 'In your gallery',
    readyInFilm: (title: string) => `In your gallery and in “${title}”`,
    cancelledTooLate: 'It had arrived before you cancelled, so it is in your gallery',
    duplicate: 'Already in your gallery',
    duplicateInFilm: (title: string) => `Already in your gallery and in “${title}”`,
    inTrash: 'Already in your trash',
    fileNeeded: 'Choose this file again to go on',
    /** What holds all of them back. */
    holds: {
      offline: 'Waiting for the connection',
      'signed-out': 'Waiting until you sign in',
      busy: 'Waiting a little, as the server asked',
    },
  },

  tray: {
    label: 'Uploads',
    closeList: 'Close the list of uploads',
    all: 'All uploads',
    uploadOf: (name: string) => `Upload of ${name}`,
    retry: (name: string) => `Try ${name} again`,
    cancel: (name: string) => `Cancel ${name}`,
    retryFailed: 'Try failed again',
    clearFinished: 'Clear finished',
    cancelAll: 'Cancel all',
  },

  /** The whole queue in a line. */
  summary: {
    holds: {
      offline: (count: number) =>
        plural(
          count,
          'Offline: 1 photograph will go on when you are back',
          'Offline: # photographs will go on when you are back',
        ),
      'signed-out': (count: number) =>
        plural(count, 'Sign in to upload 1 photograph', 'Sign in to upload # photographs'),
      busy: (count: number) =>
        plural(
          count,
          'The server asked to wait: 1 photograph to go',
          'The server asked to wait: # photographs to go',
        ),
    },
    uploading: (count: number, percent: string) =>
      plural(count, `Uploading 1 photograph, ${percent}`, `Uploading # photographs, ${percent}`),
    processing: (count: number) =>
      plural(count, 'Uploaded, making its thumbnail', 'Uploaded, making # thumbnails'),
    uploaded: (count: number) => plural(count, '1 photograph uploaded', '# photographs uploaded'),
    uploadedOf: (count: number, all: number) => `${number(count)} of ${number(all)} uploaded`,
    duplicate: (count: number) => `${number(count)} already there`,
    failed: (count: number) => `${number(count)} failed`,
    fileNeeded: (count: number) => `${number(count)} to be chosen again`,
  },

  faults: {
    unreadable: 'This file can no longer be read: it was changed, moved or removed after it was chosen.',
    removed: 'This image was removed before its thumbnail was made.',
    connectionLost: 'The connection to the storage broke off.',
    changed:
      'Other bytes arrived than were checked before: the file changed meanwhile, or was damaged on its way.',
    expired: 'The upload’s address was valid for a limited time, and that is over.',
    gone: 'The storage no longer knows this upload.',
    arrived: 'This file is there already.',
    notNow: 'The storage could not take the file just now.',
    /** @param most in bytes, as words */
    tooLarge: (most: string) => `The storage expected at most ${most}, but this file is larger.`,
    tooLargeAtAll: 'The storage expected a smaller file, but this file is larger.',
    notAsAnnounced:
      'The storage did not let the file in: its size, type or checksum is not the one that was announced.',
    refused: (reason: string) => `The storage refused this file: ${reason}`,
    refusedByStatus: (status: number) => `The storage refused this file: status ${status}`,
    askedInVain: (sentence: string, times: number) => `${sentence} Asking ${times} times did not help.`,
  },
};
