import type { Routes } from '@angular/router';

const routes: Routes = [{ path: '', loadComponent: () => import('./upload-page') }];

export default routes;
