import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { texts } from '../core/language/texts';
import { PillNav } from '../shared/pill-nav/pill-nav';
import type { Show } from './images/gallery-query';

const ITEMS: readonly { show: Show; param: Show | null }[] = [
  { show: 'all', param: null },
  { show: 'mine', param: 'mine' },
  { show: 'public', param: 'public' },
];

@Component({
  selector: 'mf-show-filter',
  imports: [PillNav],
  template: `<mf-pill-nav [label]="t().gallery.whose" [pills]="pills()" />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShowFilter {
  protected readonly t = texts;

  readonly show = input.required<Show>();
  protected readonly pills = computed(() =>
    ITEMS.map(({ show, param }) => ({
      label: texts().gallery.show[show],
      link: '/gallery',
      params: { show: param },
      isHere: show === this.show(),
    })),
  );
}
