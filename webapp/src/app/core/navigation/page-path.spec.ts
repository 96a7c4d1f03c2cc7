import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, expect, test } from '@jest/globals';
import { pagePathOf } from './page-path';

@Component({ template: '' })
class Page {}

beforeEach(() => {
  const viewer = { path: ':imageId', component: Page };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'gallery', component: Page, children: [viewer] },
        { path: 'films/:movieId', component: Page, children: [viewer] },
        { path: 'upload', children: [{ path: 'folder', component: Page }] },
      ]),
    ],
  });
});

test.each([
  ['/gallery?q=a', '/gallery'],
  ['/gallery/0190?q=a', '/gallery'],
  ['/films/0190', '/films/0190'],
  ['/films/0190/0191', '/films/0190'],
  ['/upload/folder', '/upload/folder'],
])('%s is the page %s', async (url, path) => {
  const router = TestBed.inject(Router);
  await router.navigateByUrl(url);
  expect(pagePathOf(router.routerState.snapshot.root)).toBe(path);
});
