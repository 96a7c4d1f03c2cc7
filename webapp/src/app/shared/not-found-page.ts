import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'mf-not-found-page',
  imports: [RouterLink],
  template: `
    <div class="narrow-page">
      <h1>Nothing is shown here</h1>
      <p class="quiet">The address may have a slip in it, or what was here has gone.</p>
      <p><a routerLink="/films">To the films</a></p>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export default class NotFoundPage {}
