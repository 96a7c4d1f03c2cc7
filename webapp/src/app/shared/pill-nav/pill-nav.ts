import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';

export interface Pill {
  label: string;
  link: string;
  /** Merged into the address; null leaves nothing of it. */
  params: Params | null;
  isHere: boolean;
}

/** A few places beside each other, of which the visitor is in one. */
@Component({
  selector: 'mf-pill-nav',
  imports: [RouterLink],
  template: `
    <nav [attr.aria-label]="label()">
      @for (pill of pills(); track pill.label) {
        <a [routerLink]="pill.link" [queryParams]="pill.params" [queryParamsHandling]="pill.params && 'merge'"
          [attr.aria-current]="pill.isHere || null">{{ pill.label }}</a>
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
export class PillNav {
  readonly label = input.required<string>();
  readonly pills = input.required<readonly Pill[]>();
}
