import {
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import type { Image, ImagePatch } from '../../core/api/api-types';
import { ImagesApi } from '../../core/api/images-api';
import { texts } from '../../core/language/texts';
import { Button } from '../../shared/button/button';
import { createSubmission } from '../../shared/submission';

/** Title, description and visibility, saved together. */
@Component({
  selector: 'mf-details-form',
  imports: [Button, MatFormFieldModule, MatInput, MatSlideToggle, ReactiveFormsModule],
  templateUrl: './details-form.html',
  styleUrl: './details-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DetailsForm {
  protected readonly t = texts;

  readonly #api = inject(ImagesApi);
  #shownId = '';

  readonly image = input.required<Image>();
  readonly changed = output<Image>();

  protected readonly submission = createSubmission();
  protected readonly saved = signal('');
  protected readonly form = inject(NonNullableFormBuilder).group({
    title: ['', Validators.maxLength(200)],
    description: ['', Validators.maxLength(2000)],
    isPublic: [false],
  });

  constructor() {
    effect(() => {
      const image = this.image();
      untracked(() => this.#fill(image));
    });
  }

  protected async save(): Promise<void> {
    if (this.form.invalid || this.form.pristine) return;
    const { id } = this.image();
    const patch = this.#changes();
    this.saved.set('');
    const isSaved = await this.submission.run(async () => {
      const image = await this.#api.patch(id, patch);
      this.form.markAsPristine();
      this.changed.emit(image);
    });
    if (isSaved) this.saved.set(texts().shared.saved);
  }

  /** Only what was touched, so that nothing else is overwritten that changed elsewhere. */
  #changes(): ImagePatch {
    const { title, description, isPublic } = this.form.controls;
    return {
      ...(title.dirty && { title: title.value }),
      ...(description.dirty && { description: description.value }),
      ...(isPublic.dirty && { visibility: isPublic.value ? 'public' : 'private' }),
    };
  }

  /** What is being typed stays when the same image changes by itself. */
  #fill(image: Image): void {
    const isOther = image.id !== this.#shownId;
    if (!isOther && this.form.dirty) return;
    if (isOther) this.saved.set('');
    this.#shownId = image.id;
    const { title, description, visibility } = image;
    this.form.reset({ title, description, isPublic: visibility === 'public' });
  }
}
