import { Injectable, Injector, inject, signal } from '@angular/core';
import { withAllTexts } from '../../core/language/speak-language';
import { texts } from '../../core/language/texts';
import { Notices } from '../../core/notices/notices';

/** Hands files to the intake, and fetches the code of uploading only when the first ones come. */
@Injectable({ providedIn: 'root' })
export class LateIntake {
  readonly #injector = inject(Injector);
  readonly #notices = inject(Notices);
  readonly #times = signal(0);

  /** How often files were handed on. */
  readonly times = this.#times.asReadonly();

  async take(files: Iterable<File>): Promise<void> {
    // A clipboard forgets its files at the end of the event.
    const taken = [...files];
    if (taken.length === 0) return;
    const code = await withAllTexts(() => import('./upload-intake')).catch(() => null);
    if (code === null) {
      const { shared, shell } = texts();
      this.#notices.show({ text: shell.uploadDidNotBegin, action: { label: shared.ok } });
      return;
    }
    this.#injector.get(code.UploadIntake).take(taken);
    this.#times.update((times) => times + 1);
  }
}
