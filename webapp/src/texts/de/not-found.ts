import type { Texts } from '../en.ts';

export const notFound: Texts['notFound'] = {
  heading: 'Hier läuft nichts',
  text: 'Vielleicht ist die Adresse vertippt, oder was hier war, ist fort.',
};
