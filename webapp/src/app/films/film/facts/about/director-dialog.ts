import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { MoviesApi } from '../../../../core/api/movies-api';
import { texts } from '../../../../core/language/texts';
import { SessionStore } from '../../../../core/session/session-store';
import { Button } from '../../../../shared/button/button';
import { FirstInvalid } from '../../../../shared/first-invalid/first-invalid';
import { createSubmission } from '../../../../shared/submission';
import { languageOfText, TextLanguage } from '../../../text-language/text-language';
import { lifeWords } from '../life';
import type { FilmDirector } from './about';

const YEAR = [Validators.min(1700), Validators.max(2100), Validators.pattern(/^\d+$/)];

/** What is known of a director, which an administrator may rewrite. Closes with true where it was. */
@Component({
  selector: 'mf-director-dialog',
  imports: [
    Button,
    FirstInvalid,
    MatDialogModule,
    MatFormFieldModule,
    MatInput,
    ReactiveFormsModule,
    RouterLink,
    TextLanguage,
  ],
  templateUrl: './director-dialog.html',
  styleUrl: './about-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DirectorDialog {
  protected readonly t = texts;

  readonly #api = inject(MoviesApi);
  readonly #dialog = inject<MatDialogRef<DirectorDialog, boolean>>(MatDialogRef);
  protected readonly director = inject<FilmDirector>(MAT_DIALOG_DATA);
  protected readonly life = computed(() => lifeWords(this.director.bornYear, this.director.diedYear));
  protected readonly isAdmin = inject(SessionStore).isAdmin;
  protected readonly isEditing = signal(false);
  protected readonly submission = createSubmission();
  readonly #formBuilder = inject(FormBuilder);
  protected readonly form = this.#formBuilder.group({
    bornYear: [this.director.bornYear, YEAR],
    diedYear: [this.director.diedYear, YEAR],
    bio: this.#formBuilder.nonNullable.control(this.director.bio, Validators.maxLength(2000)),
    language: this.#formBuilder.nonNullable.control(
      languageOfText(this.director.bio, this.director.language),
    ),
  });

  protected async save(): Promise<void> {
    this.form.markAllAsTouched();
    if (this.form.invalid) return;
    const isSaved = await this.submission.run(async () => {
      await this.#api.patchDirector(this.director.id, this.form.getRawValue());
    });
    if (isSaved) this.#dialog.close(true);
  }
}
