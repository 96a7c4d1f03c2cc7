import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Button } from '../shared/button/button';
import { Icon } from '../shared/icon/icon';

/** What can be done with the images that are picked. */
@Component({
  selector: 'mf-selection-bar',
  imports: [Button, Icon],
  template: `
    <div role="toolbar" aria-label="Selected images">
      <button class="dismiss" mfButton="icon" type="button" aria-label="Clear the selection" (click)="dismiss.emit()"><mf-icon name="close" /></button>
      <span role="status">{{ count() }} selected</span>
      @if (canShow()) {
        <button mfButton type="button" [isDisabled]="count() === 0" (click)="publish.emit()"><mf-icon name="globe" /><span>Make public</span></button>
        <button mfButton type="button" [isDisabled]="count() === 0" (click)="hide.emit()"><mf-icon name="lock" /><span>Make private</span></button>
      }
      @if (canTakeOut()) {
        <button mfButton type="button" [isDisabled]="count() === 0" (click)="takeOut.emit()"><mf-icon name="takeOut" /><span>Take out of the film</span></button>
      }
      @if (canTrash()) {
        <button mfButton type="button" [isDisabled]="count() === 0" (click)="trash.emit()"><mf-icon name="trash" /><span>Trash</span></button>
      }
    </div>
  `,
  styleUrl: './selection-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SelectionBar {
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
