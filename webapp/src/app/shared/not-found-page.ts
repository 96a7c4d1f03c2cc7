import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { texts } from '../core/language/texts';
import { Button } from './button/button';
import { EmptyPlace } from './empty-place/empty-place';

@Component({
  selector: 'mf-not-found-page',
  imports: [Button, EmptyPlace, RouterLink],
  template: `
    <mf-empty-place [isPage]="true" [heading]="t().notFound.heading" [text]="t().notFound.text">
      <a mfButton="outlined" routerLink="/films">{{ t().shared.toFilms }}</a>
    </mf-empty-place>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export default class NotFoundPage {
  protected readonly t = texts;
}
