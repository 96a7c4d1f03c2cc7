import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Image, Visibility } from '../core/api/api-types';
import { failureSentence } from '../core/errors/image-failure';
import { texts } from '../core/language/texts';
import { Button } from '../shared/button/button';
import { Icon } from '../shared/icon/icon';
import { Picture } from '../shared/picture/picture';

/** One image of the grid: a link to it, or what became of it. */
@Component({
  selector: 'mf-gallery-tile',
  imports: [Button, Icon, NgTemplateOutlet, Picture, RouterLink],
  templateUrl: './gallery-tile.html',
  styleUrl: './gallery-tile.scss',
  host: { '[class.picked]': 'isPicked()', '[class.picking]': 'isPicking()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GalleryTile {
  protected readonly t = texts;

  readonly image = input.required<Image>();
  /** Width that the picture is drawn with, in CSS pixels; the tile may crop it. */
  readonly width = input.required<number>();
  /** Whether it goes past so fast that its colour is enough. */
  readonly isPassing = input(false);
  readonly canPick = input(false);
  readonly isPicked = input(false);
  /** Whether any image is picked: a click then picks instead of opening. */
  readonly isPicking = input(false);
  /** Whether it is only there to be picked. */
  readonly isChoice = input(false);
  /** Which visibility a mark tells its owner of: the one that is rare on the page. */
  readonly marked = input<Visibility>('public');
  /** Whether the grid's one tab stop is here. */
  readonly isActive = input(false);

  readonly pick = output<{ isRange: boolean }>();
  readonly retry = output();
  readonly remove = output();
  readonly broken = output();

  /** Once it was, all of it stays: what has the focus may go past too. */
  protected readonly isLookedAt = linkedSignal<boolean, boolean>({
    source: this.isPassing,
    computation: (isPassing, last) => last?.value === true || !isPassing,
  });
  protected readonly name = computed(() => this.image().title || this.image().filename);
  protected readonly label = computed(() => {
    const { tile } = texts().gallery;
    const marks = [
      this.image().isAnimated && tile.animated,
      this.isMarked() && this.marked() === 'private' && tile.private,
      this.isPicked() && tile.selected,
    ];
    return [this.name(), ...marks.filter(Boolean)].join(', ');
  });
  protected readonly failure = computed(() => failureSentence(this.image()));
  protected readonly isMarked = computed(() => this.canPick() && this.image().visibility === this.marked());
  protected readonly tabIndex = computed(() => (this.isActive() ? 0 : -1));

  constructor() {
    // On the way down, before the link hears of it.
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    host.addEventListener('click', (event) => this.#pickInstead(event), { capture: true });
  }

  /** While picking, and with Shift, a click on the link picks. */
  #pickInstead(event: MouseEvent): void {
    const isOnLink = event.target instanceof Element && event.target.closest('a') !== null;
    if (!isOnLink || !this.canPick() || !(this.isPicking() || event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
    this.pick.emit({ isRange: event.shiftKey });
  }
}
