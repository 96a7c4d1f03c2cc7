import type { Type } from '@angular/core';
import type { ImagePage } from './core/api/api-types';
import type { PageTitle } from './core/language/page-title';
import type { PageDescription } from './core/navigation/page-description';
import { fetchFirstThumbnails } from './gallery/first-thumbnails';

/**
 * A page as its address leads to it. It is told of without the framework, so that a visit can ask for its code and data
 * before that has come.
 */
export interface Page {
  /** As the router's, with the parameters of an address in it. */
  path: string;
  load(): Promise<{ default: Type<unknown> }>;
  title?: PageTitle;
  description?: PageDescription;
  /** Others are sent to sign in. */
  isForMembers?: true;
  /** It says nothing else than what the app begins with. */
  saysFirstTextsOnly?: true;
  /** What it asks the API for at first, below the API's address, with the parameters of the path in it. */
  firstAsks?: readonly string[];
  /** Fetches the pictures of the first answer. */
  fetchPictures?(answer: ImagePage): void;
  children?: readonly Page[];
}

/** The page that the site's own address leads to. */
export const HOME = 'films';

const viewer: Page = { path: ':imageId', load: () => import('./gallery/viewer/viewer-page') };

/** The first whose path is that of an address is its page. */
export const pages: readonly Page[] = [
  {
    path: HOME,
    title: 'films',
    firstAsks: ['/movies?limit=100&sort=title'],
    load: () => import('./films/films-page'),
  },
  {
    path: 'films/new',
    title: 'newFilm',
    isForMembers: true,
    load: () => import('./films/edit/film-form-page'),
  },
  { path: 'films/lists', title: 'lists', isForMembers: true, load: () => import('./films/lists/lists-page') },
  {
    path: 'films/:movieId/edit',
    title: 'editFilm',
    isForMembers: true,
    load: () => import('./films/edit/film-form-page'),
  },
  {
    path: 'films/:movieId',
    firstAsks: ['/movies/:movieId', '/images?limit=100&movie=:movieId&sort=taken-newest'],
    load: () => import('./films/film/film-page'),
    children: [viewer],
  },
  {
    path: 'gallery',
    title: 'gallery',
    description: 'gallery',
    saysFirstTextsOnly: true,
    firstAsks: ['/images?limit=100&sort=taken-newest', '/images/years'],
    fetchPictures: fetchFirstThumbnails,
    load: () => import('./gallery/gallery-page'),
    children: [viewer],
  },
  { path: 'upload', title: 'upload', isForMembers: true, load: () => import('./upload/upload-page') },
  { path: 'trash', title: 'trash', isForMembers: true, load: () => import('./trash/trash-page') },
  {
    path: 'sign-in',
    title: 'signIn',
    description: 'signIn',
    load: () => import('./account/sign-in-page'),
  },
  {
    path: 'sign-up',
    title: 'signUp',
    description: 'signUp',
    load: () => import('./account/sign-up-page'),
  },
  { path: 'account', title: 'account', isForMembers: true, load: () => import('./account/account-page') },
  {
    path: '**',
    title: 'notFound',
    saysFirstTextsOnly: true,
    load: () => import('./shared/not-found-page'),
  },
];
