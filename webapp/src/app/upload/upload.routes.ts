import type { Routes } from '@angular/router';
import { withAllTexts } from '../core/language/speak-language';

const routes: Routes = [{ path: '', loadComponent: () => withAllTexts(() => import('./upload-page')) }];

export default routes;
