import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Visibility } from '../core/api/api-types';
import { texts } from '../core/language/texts';
import { Button } from '../shared/button/button';
import { Icon } from '../shared/icon/icon';
import { ImageDeeds } from './images/image-deeds';
import { Selection } from './images/selection';

/** What can be done with the images that are picked. */
@Component({
  selector: 'mf-selection-bar',
  imports: [Button, Icon],
  template: `
    <div role="toolbar" [attr.aria-label]="t().gallery.selection.label">
      <button class="dismiss" mfButton="icon" type="button" [attr.aria-label]="t().gallery.selection.clear" (click)="selection.clear()"><mf-icon name="close" /></button>
      <span role="status">{{ t().gallery.selection.count(count()) }}</span>
      @if (canShow()) {
        <button mfButton type="button" [isDisabled]="count() === 0" (click)="show('public')"><mf-icon name="globe" /><span>{{ t().gallery.selection.publish }}</span></button>
        <button mfButton type="button" [isDisabled]="count() === 0" (click)="show('private')"><mf-icon name="lock" /><span>{{ t().gallery.selection.hide }}</span></button>
      }
      @if (canTakeOut()) {
        <button mfButton type="button" [isDisabled]="count() === 0" (click)="takeOut.emit()"><mf-icon name="takeOut" /><span>{{ t().gallery.selection.takeOut }}</span></button>
      }
      @if (canTrash()) {
        <button mfButton type="button" [isDisabled]="count() === 0" (click)="trash()"><mf-icon name="trash" /><span>{{ t().gallery.selection.trash }}</span></button>
      }
    </div>
  `,
  styleUrl: './selection-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SelectionBar {
  protected readonly t = texts;

  readonly canShow = input(true);
  readonly canTrash = input(true);
  /** Whether the images are shown as those of a film. */
  readonly canTakeOut = input(false);
  readonly takeOut = output();

  readonly #deeds = inject(ImageDeeds);
  protected readonly selection = inject(Selection);
  protected readonly count = computed(() => this.selection.ids().size);

  protected async show(visibility: Visibility): Promise<void> {
    await this.#deeds.setVisibility(this.selection.images(), visibility);
    this.selection.clear();
  }

  /** What did not go there stays picked. */
  protected async trash(): Promise<void> {
    await this.#deeds.trash(this.selection.images());
    if (this.selection.ids().size === 0) this.selection.clear();
  }
}
