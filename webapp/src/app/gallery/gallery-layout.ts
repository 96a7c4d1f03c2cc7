import { Injectable } from '@angular/core';
import { createGridLayouter } from './layout/grid-layout';

/** Outlives the gallery's page, so that Back finds each image where it was. */
@Injectable({ providedIn: 'root' })
export class GalleryLayout {
  readonly layOut = createGridLayouter();
}
