import { numbersIn } from '../numbers';

export const { number, plural } = numbersIn('de');
