import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { provideRouter, Router, TitleStrategy } from '@angular/router';
import { afterEach, expect, test } from '@jest/globals';
import { de } from '../texts/de';
import { en } from '../texts/en';
import { routes } from './app.routes';
import { PageTitleStrategy } from './core/language/page-title';
import { speak } from './core/language/texts';

@Component({ template: '' })
class Page {}

afterEach(() => speak('en', en));

/** The page of a film has the film's own title. */
const NAMED_BY_CONTENT = ['films/:movieId'];

test('every page has a title', () => {
  const pages = routes.filter(
    ({ path, redirectTo }) => redirectTo === undefined && !NAMED_BY_CONTENT.includes(path!),
  );
  for (const { title } of pages) expect(Object.keys(en.titles)).toContain(title);
});

test('a page’s title ends with the site’s name, and changes with the language', async () => {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'trash', title: 'trash', component: Page }]),
      { provide: TitleStrategy, useClass: PageTitleStrategy },
    ],
  });
  await TestBed.inject(Router).navigateByUrl('/trash');
  TestBed.tick();
  expect(TestBed.inject(Title).getTitle()).toBe('Trash · movieFlix');
  speak('de', de);
  TestBed.tick();
  expect(TestBed.inject(Title).getTitle()).toBe('Papierkorb · movieFlix');
});
