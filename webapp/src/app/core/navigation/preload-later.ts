import { Injectable } from '@angular/core';
import type { PreloadingStrategy, Route } from '@angular/router';
import { type Observable, switchMap, timer } from 'rxjs';

/** The pictures of the first page come first. */
const AFTER_MS = 3_000;

/** Brings the code of the other pages after a while, so that they open at once, and offline too. */
@Injectable({ providedIn: 'root' })
export class PreloadLater implements PreloadingStrategy {
  preload(_route: Route, load: () => Observable<unknown>): Observable<unknown> {
    return timer(AFTER_MS).pipe(switchMap(load));
  }
}
