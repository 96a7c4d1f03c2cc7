import type { Routes } from '@angular/router';
import { signedInGuard } from './core/session/signed-in-guard';

export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'films' },
  { path: 'films', title: 'Films · movieFlix', loadComponent: () => import('./films/films-page') },
  {
    path: 'films/new',
    title: 'New film · movieFlix',
    canActivate: [signedInGuard],
    loadComponent: () => import('./films/edit/film-form-page'),
  },
  {
    path: 'films/:movieId/edit',
    title: 'Edit the film · movieFlix',
    canActivate: [signedInGuard],
    loadComponent: () => import('./films/edit/film-form-page'),
  },
  {
    path: 'films/:movieId',
    loadComponent: () => import('./films/film/film-page'),
    children: [{ path: ':imageId', loadComponent: () => import('./gallery/viewer/viewer-page') }],
  },
  {
    path: 'lists',
    title: 'Lists · movieFlix',
    canActivate: [signedInGuard],
    loadComponent: () => import('./films/lists/lists-page'),
  },
  {
    path: 'gallery',
    title: 'Gallery · movieFlix',
    data: { description: 'Photographs, stills and posters that members show to everybody.' },
    loadComponent: () => import('./gallery/gallery-page'),
    children: [{ path: ':imageId', loadComponent: () => import('./gallery/viewer/viewer-page') }],
  },
  {
    path: 'upload',
    title: 'Upload · movieFlix',
    canActivate: [signedInGuard],
    loadChildren: () => import('./upload/upload.routes'),
  },
  {
    path: 'trash',
    title: 'Trash · movieFlix',
    canActivate: [signedInGuard],
    loadComponent: () => import('./trash/trash-page'),
  },
  {
    path: 'sign-in',
    title: 'Sign in · movieFlix',
    data: { description: 'Sign in to see your photographs and to bring new ones.' },
    loadComponent: () => import('./account/sign-in-page'),
  },
  {
    path: 'sign-up',
    title: 'Sign up · movieFlix',
    data: { description: 'Make an account to keep your photographs and to show them to whom you like.' },
    loadComponent: () => import('./account/sign-up-page'),
  },
  {
    path: 'account',
    title: 'Account · movieFlix',
    canActivate: [signedInGuard],
    loadComponent: () => import('./account/account-page'),
  },
  { path: '**', title: 'Not found · movieFlix', loadComponent: () => import('./shared/not-found-page') },
];
