import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { texts } from '../core/language/texts';
import { SessionStore } from '../core/session/session-store';
import { Button } from '../shared/button/button';
import { EmptyPlace } from '../shared/empty-place/empty-place';
import type { GalleryQuery } from './images/gallery-query';

/** What stands where there are no images to show: why, and what to do about it. */
@Component({
  selector: 'mf-empty-gallery',
  imports: [Button, EmptyPlace, RouterLink],
  templateUrl: './empty-gallery.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmptyGallery {
  protected readonly t = texts;

  readonly query = input.required<GalleryQuery>();

  protected readonly isSignedIn = inject(SessionStore).isSignedIn;
}
