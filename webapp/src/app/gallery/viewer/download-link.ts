import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { ImagesApi } from '../../core/api/images-api';
import { sentenceOf } from '../../core/errors/api-error';
import { texts } from '../../core/language/texts';
import { Button } from '../../shared/button/button';
import { Icon } from '../../shared/icon/icon';

/** Asks for the address at the moment of the download, because it runs out. */
@Component({
  selector: 'mf-download-link',
  imports: [Button, Icon],
  template: `
    <button mfButton type="button" (click)="download()"><mf-icon name="download" />{{ t().viewer.panel.download }}</button>
    <div role="alert">{{ error() }}</div>
  `,
  styles: `
    [role='alert'] {
      color: var(--mat-sys-error);
      font: var(--mf-type-label);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DownloadLink {
  protected readonly t = texts;

  readonly #api = inject(ImagesApi);
  readonly imageId = input.required<string>();
  protected readonly error = signal('');

  protected async download(): Promise<void> {
    this.error.set('');
    try {
      const { downloadUrl } = await this.#api.get(this.imageId());
      if (downloadUrl) location.assign(downloadUrl);
    } catch (error) {
      this.error.set(sentenceOf(error));
    }
  }
}
