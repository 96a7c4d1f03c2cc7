import { speak } from './src/app/core/language/texts';
import { en } from './src/texts/en';

// As it is once any page is shown.
speak('en', en);
