import { ANSWERS } from './deploy-gallery.ts';
import type { Answers } from './sam-deploy.ts';

/** Answers for a gallery of this machine's own processor, so that the resize function can run here. */
export const ANSWERS_FOR_THIS_PROCESSOR: Answers =
  process.arch === 'arm64'
    ? ANSWERS
    : {
        ...ANSWERS,
        'Parameter Architecture': 'x86_64',
        'Parameter WebInstanceType': 't3.micro',
        'Parameter ApiInstanceType': 't3.small',
        'Parameter DatabaseInstanceType': 't3.small',
      };
