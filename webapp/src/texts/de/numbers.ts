import { numbersIn } from '../numbers.ts';

export const { number, plural } = numbersIn('de');
