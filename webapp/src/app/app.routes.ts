import type { Route, Routes } from '@angular/router';
import { withAllTexts } from './core/language/speak-language';
import { signedInGuard } from './core/session/signed-in-guard';
import { HOME, type Page, pages } from './pages';

export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: HOME },
  ...pages.map((page) => routeOf(page)),
];

function routeOf({ children, saysFirstTextsOnly, isForMembers, load, ...page }: Page): Route {
  return {
    path: page.path,
    ...(page.title && { title: page.title }),
    ...(page.description && { data: { description: page.description } }),
    ...(isForMembers && { canActivate: [signedInGuard] }),
    ...(children && { children: children.map((child) => routeOf(child)) }),
    loadComponent: saysFirstTextsOnly ? load : () => withAllTexts(load),
  };
}
