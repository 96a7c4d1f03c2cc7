import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { texts } from '../core/language/texts';
import { Button } from '../shared/button/button';
import { Icon } from '../shared/icon/icon';

/** What can be done with the images that are picked. */
@Component({
  selector: 'mf-selection-bar',
  imports: [Button, Icon],
  template: `
    <div role="toolbar" [attr.aria-label]="t().gallery.selection.label">
      <button class="dismiss" mfButton="icon" type="button" [attr.aria-label]="t().gallery.selection.clear" (click)="dismiss.emit()"><mf-icon name="close" /></button>
      <span role="status">{{ t().gallery.selection.count(count()) }}</span>
      @if (canShow()) {
        <button mfButton type="button" [isDisabled]="count() === 0" (click)="publish.emit()"><mf-icon name="globe" /><span>{{ t().gallery.selection.publish }}</span></button>
        <button mfButton type="button" [isDisabled]="count() === 0" (click)="hide.emit()"><mf-icon name="lock" /><span>{{ t().gallery.selection.hide }}</span></button>
      }
      @if (canTakeOut()) {
        <button mfButton type="button" [isDisabled]="count() === 0" (click)="takeOut.emit()"><mf-icon name="takeOut" /><span>{{ t().gallery.selection.takeOut }}</span></button>
      }
      @if (canTrash()) {
        <button mfButton type="button" [isDisabled]="count() === 0" (click)="trash.emit()"><mf-icon name="trash" /><span>{{ t().gallery.selection.trash }}</span></button>
      }
    </div>
  `,
  styleUrl: './selection-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SelectionBar {
  protected readonly t = texts;

  readonly count = input.required<number>();
  readonly canShow = input(true);
  readonly canTrash = input(true);
  /** Whether the images are shown as those of a film. */
  readonly canTakeOut = input(false);
  readonly publish = output();
  readonly hide = output();
  readonly takeOut = output();
  readonly trash = output();
  readonly dismiss = output();
}
