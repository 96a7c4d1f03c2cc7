import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'gallery' },
  { path: 'gallery', title: 'Gallery · movieFlix', loadComponent: () => import('./gallery/gallery-page') },
  { path: 'upload', title: 'Upload · movieFlix', loadChildren: () => import('./upload/upload.routes') },
  { path: 'trash', title: 'Trash · movieFlix', loadComponent: () => import('./trash/trash-page') },
  { path: 'sign-in', title: 'Sign in · movieFlix', loadComponent: () => import('./account/sign-in-page') },
  { path: 'sign-up', title: 'Sign up · movieFlix', loadComponent: () => import('./account/sign-up-page') },
  { path: 'account', title: 'Account · movieFlix', loadComponent: () => import('./account/account-page') },
  { path: '**', title: 'Not found · movieFlix', loadComponent: () => import('./shared/not-found-page') },
];
