import { descriptions } from './descriptions.ts';
import { faults } from './faults.ts';
import { gallery } from './gallery.ts';
import { notFound } from './not-found.ts';
import { failures, refusals } from './refusals.ts';
import { shared } from './shared.ts';
import { shell } from './shell.ts';
import { titles } from './titles.ts';

/** What the frame and the gallery say, with which everybody begins. */
export const first = { descriptions, failures, faults, gallery, notFound, refusals, shared, shell, titles };
