import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { texts } from '../core/language/texts';

@Component({
  selector: 'mf-not-found-page',
  imports: [RouterLink],
  template: `
    <div class="narrow-page">
      <h1>{{ t().notFound.heading }}</h1>
      <p class="quiet">{{ t().notFound.text }}</p>
      <p><a routerLink="/films">{{ t().shared.toFilms }}</a></p>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export default class NotFoundPage {
  protected readonly t = texts;
}
