import type { Routes } from '@angular/router';
import type { PageTitle } from './core/language/page-title';
import { withAllTexts } from './core/language/speak-language';
import type { FirstAsks } from './core/navigation/fetch-first-page';
import type { PageDescription } from './core/navigation/page-description';
import { signedInGuard } from './core/session/signed-in-guard';

export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'films' },
  {
    path: 'films',
    title: 'films' satisfies PageTitle,
    data: { firstAsks: ['/movies?limit=100&sort=title'] satisfies FirstAsks },
    loadComponent: () => withAllTexts(() => import('./films/films-page')),
  },
  {
    path: 'films/new',
    title: 'newFilm' satisfies PageTitle,
    canActivate: [signedInGuard],
    loadComponent: () => withAllTexts(() => import('./films/edit/film-form-page')),
  },
  {
    path: 'films/:movieId/edit',
    title: 'editFilm' satisfies PageTitle,
    canActivate: [signedInGuard],
    loadComponent: () => withAllTexts(() => import('./films/edit/film-form-page')),
  },
  {
    path: 'films/:movieId',
    data: {
      firstAsks: [
        '/movies/:movieId',
        '/images?limit=100&movie=:movieId&sort=taken-newest',
      ] satisfies FirstAsks,
    },
    loadComponent: () => withAllTexts(() => import('./films/film/film-page')),
    children: [
      { path: ':imageId', loadComponent: () => withAllTexts(() => import('./gallery/viewer/viewer-page')) },
    ],
  },
  {
    path: 'lists',
    title: 'lists' satisfies PageTitle,
    canActivate: [signedInGuard],
    loadComponent: () => withAllTexts(() => import('./films/lists/lists-page')),
  },
  {
    path: 'gallery',
    title: 'gallery' satisfies PageTitle,
    data: {
      description: 'gallery' satisfies PageDescription,
      firstAsks: ['/images?limit=100&sort=taken-newest', '/images/years'] satisfies FirstAsks,
    },
    loadComponent: () => import('./gallery/gallery-page'),
    children: [
      { path: ':imageId', loadComponent: () => withAllTexts(() => import('./gallery/viewer/viewer-page')) },
    ],
  },
  {
    path: 'upload',
    title: 'upload' satisfies PageTitle,
    canActivate: [signedInGuard],
    loadChildren: () => import('./upload/upload.routes'),
  },
  {
    path: 'trash',
    title: 'trash' satisfies PageTitle,
    canActivate: [signedInGuard],
    loadComponent: () => withAllTexts(() => import('./trash/trash-page')),
  },
  {
    path: 'sign-in',
    title: 'signIn' satisfies PageTitle,
    data: { description: 'signIn' satisfies PageDescription },
    loadComponent: () => withAllTexts(() => import('./account/sign-in-page')),
  },
  {
    path: 'sign-up',
    title: 'signUp' satisfies PageTitle,
    data: { description: 'signUp' satisfies PageDescription },
    loadComponent: () => withAllTexts(() => import('./account/sign-up-page')),
  },
  {
    path: 'account',
    title: 'account' satisfies PageTitle,
    canActivate: [signedInGuard],
    loadComponent: () => withAllTexts(() => import('./account/account-page')),
  },
  {
    path: '**',
    title: 'notFound' satisfies PageTitle,
    loadComponent: () => import('./shared/not-found-page'),
  },
];
