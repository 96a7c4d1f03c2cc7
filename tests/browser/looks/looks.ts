import { adminLooks } from './admin-looks.ts';
import { faultLooks } from './fault-looks.ts';
import type { Look } from './look.ts';
import { memberLooks } from './member-looks.ts';
import { newcomerLooks } from './newcomer-looks.ts';
import { visitorLooks } from './visitor-looks.ts';

/** Every page in every state that is looked at, by the name of its pictures. */
export const LOOKS: Record<string, Look> = {
  ...visitorLooks,
  ...newcomerLooks,
  ...memberLooks,
  ...adminLooks,
  ...faultLooks,
};
