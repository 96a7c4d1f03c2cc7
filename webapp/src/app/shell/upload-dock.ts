import { ChangeDetectionStrategy, Component, effect, inject, ViewContainerRef } from '@angular/core';
import { withAllTexts } from '../core/language/speak-language';
import { SessionStore } from '../core/session/session-store';
import { LateIntake } from '../upload/choosing/late-intake';

/** The pictures of the first page come first. */
const AFTER_MS = 1_000;

/**
 * Where the tray of uploads is docked. It comes, and with it all that uploads, where there may be some: after a while
 * for members, who may have left some unfinished, and at once for whoever drops files.
 */
@Component({ selector: 'mf-upload-dock', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class UploadDock {
  readonly #place = inject(ViewContainerRef);
  readonly #session = inject(SessionStore);
  readonly #intake = inject(LateIntake);

  constructor() {
    // Not by @defer, whose runtime every visitor would fetch.
    effect((onCleanup) => {
      if (this.#intake.times() > 0) void this.#dock();
      if (!this.#session.isSignedIn()) return;
      const timer = setTimeout(() => this.#dock(), AFTER_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  async #dock(): Promise<void> {
    // Where it does not come, the next drop of files asks for it again.
    const code = await withAllTexts(() => import('../upload/tray/upload-tray')).catch(() => null);
    if (code && this.#place.length === 0) this.#place.createComponent(code.UploadTray);
  }
}
