import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Show } from './images/gallery-query';

@Component({
  selector: 'mf-show-filter',
  imports: [RouterLink],
  template: `
    <nav aria-label="Whose images">
      @for (item of items; track item.show) {
        <a routerLink="/gallery" [queryParams]="{ show: item.param }" queryParamsHandling="merge"
          [attr.aria-current]="item.show === show() ? 'true' : null">{{ item.label }}</a>
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      gap: 4px;
      padding: 4px;
      border-radius: 20px;
      background: var(--mat-sys-surface-container-high);
    }

    a {
      padding: 4px 16px;
      border-radius: 16px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mf-type-label);
      text-decoration: none;
    }

    a[aria-current] {
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShowFilter {
  readonly show = input.required<Show>();
  protected readonly items: { show: Show; label: string; param: Show | null }[] = [
    { show: 'all', label: 'All', param: null },
    { show: 'mine', label: 'Mine', param: 'mine' },
    { show: 'public', label: 'Public', param: 'public' },
  ];
}
