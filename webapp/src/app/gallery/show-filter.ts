import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { PillNav } from '../shared/pill-nav/pill-nav';
import type { Show } from './images/gallery-query';

const ITEMS: readonly { show: Show; label: string; param: Show | null }[] = [
  { show: 'all', label: 'All', param: null },
  { show: 'mine', label: 'Mine', param: 'mine' },
  { show: 'public', label: 'Public', param: 'public' },
];

@Component({
  selector: 'mf-show-filter',
  imports: [PillNav],
  template: `<mf-pill-nav label="Whose images" [pills]="pills()" />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShowFilter {
  readonly show = input.required<Show>();
  protected readonly pills = computed(() =>
    ITEMS.map(({ show, label, param }) => ({
      label,
      link: '/gallery',
      params: { show: param },
      isHere: show === this.show(),
    })),
  );
}
