import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { MoviesApi } from '../../../../core/api/movies-api';
import { texts } from '../../../../core/language/texts';
import { SessionStore } from '../../../../core/session/session-store';
import { Button } from '../../../../shared/button/button';
import { createSubmission } from '../../../../shared/submission';
import { genreName } from '../../../genres/genre-name';
import { languageOfText, TextLanguage } from '../../../text-language/text-language';
import type { FilmGenre } from './about';

/** What is known of a genre, which an administrator may rewrite. Closes with true where it was. */
@Component({
  selector: 'mf-genre-dialog',
  imports: [
    Button,
    MatDialogModule,
    MatFormFieldModule,
    MatInput,
    ReactiveFormsModule,
    RouterLink,
    TextLanguage,
  ],
  templateUrl: './genre-dialog.html',
  styleUrl: './about-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GenreDialog {
  protected readonly t = texts;
  protected readonly genreName = genreName;

  readonly #api = inject(MoviesApi);
  readonly #dialog = inject<MatDialogRef<GenreDialog, boolean>>(MatDialogRef);
  protected readonly genre = inject<FilmGenre>(MAT_DIALOG_DATA);
  protected readonly isAdmin = inject(SessionStore).isAdmin;
  protected readonly isEditing = signal(false);
  protected readonly submission = createSubmission();
  protected readonly form = inject(NonNullableFormBuilder).group({
    description: [this.genre.description, Validators.maxLength(1000)],
    language: languageOfText(this.genre.description, this.genre.language),
  });

  protected async save(): Promise<void> {
    if (this.form.invalid) return;
    const isSaved = await this.submission.run(async () => {
      await this.#api.patchGenre(this.genre.id, this.form.getRawValue());
    });
    if (isSaved) this.#dialog.close(true);
  }
}
