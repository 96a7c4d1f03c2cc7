import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Image } from '../../core/api/api-types';
import { texts } from '../../core/language/texts';
import { Button } from '../../shared/button/button';
import { formatBytes } from '../../shared/format-bytes';
import { Icon } from '../../shared/icon/icon';
import { DetailsForm } from './details-form';
import { DownloadLink } from './download-link';
import { exifLine } from './exif-line';
import { FilmOfImage } from './film-of-image';
import { formatTakenAt } from './taken-at';

/** What is known of an image, and what its owner may change. */
@Component({
  selector: 'mf-details-panel',
  imports: [Button, DetailsForm, DownloadLink, FilmOfImage, Icon],
  templateUrl: './details-panel.html',
  styleUrl: './details-panel.scss',
  // PhotoSwipe listens to the whole document, and arrows that are typed here are not for it.
  host: {
    role: 'region',
    '[attr.aria-label]': 't().viewer.details',
    '(keydown)': '$event.stopPropagation()',
    '(keydown.escape)': 'dismiss.emit()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DetailsPanel {
  protected readonly t = texts;

  readonly image = input.required<Image>();
  readonly isOwn = input.required<boolean>();
  readonly changed = output<Image>();
  readonly dismiss = output();

  protected readonly exif = computed(() => exifLine(this.image().exif));
  protected readonly takenAt = computed(() => {
    const { takenAt } = this.image();
    return takenAt ? formatTakenAt(takenAt) : '';
  });
  protected readonly size = computed(() => {
    const { width, height, bytes } = this.image();
    const pixels = width && height ? `${width} × ${height} · ` : '';
    return pixels + formatBytes(bytes);
  });
}
