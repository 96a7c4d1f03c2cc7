import { plural } from './numbers.ts';

export const faults = {
  noAnswer: 'movieFlix does not answer. It may be starting again; try once more in a moment.',
  offline: 'You are offline. This will work again when the connection is back.',
  server: 'movieFlix could not do this just now. Nothing was lost; try again in a moment.',
  withoutReason: (status: number) => `movieFlix refused this (status ${status}) without saying why.`,
  inPage: (error: string) => `Something went wrong in the page: ${error}.`,
  tooMany: (wait: string) => `That was too many tries in a short time. ${wait}`,
  waitALittle: 'Wait a little.',
  tryAgainInSeconds: (seconds: number) =>
    plural(seconds, 'Try again in a second.', 'Try again in # seconds.'),
  tryAgainInMinutes: (minutes: number) =>
    plural(minutes, 'Try again in a minute.', 'Try again in # minutes.'),
  couldNotStart: (reason: string) => `movieFlix could not start. ${reason} Load the page again in a moment.`,
  pageDidNotCome: 'This page did not come. Load it again to try once more.',
  loadAgain: 'Load again',
  pageNotVisited: 'You are offline, and this page has not been here yet.',
  noPicture: 'No picture could be made of this file.',
};
