import { arches } from './compositions/arches';
import { beam } from './compositions/beam';
import { blinds } from './compositions/blinds';
import { city } from './compositions/city';
import { curtain } from './compositions/curtain';
import { door } from './compositions/door';
import { eye } from './compositions/eye';
import { halftone } from './compositions/halftone';
import { keyhole } from './compositions/keyhole';
import { lighthouse } from './compositions/lighthouse';
import { planet } from './compositions/planet';
import { rays } from './compositions/rays';
import { reel } from './compositions/reel';
import { ridges } from './compositions/ridges';
import { road } from './compositions/road';
import { slabs } from './compositions/slabs';
import { spiral } from './compositions/spiral';
import { split } from './compositions/split';
import { stairs } from './compositions/stairs';
import { sun } from './compositions/sun';
import { tiles } from './compositions/tiles';
import { waves } from './compositions/waves';
import type { Composition } from './scene';

export const COMPOSITIONS: readonly Composition[] = [
  arches,
  beam,
  blinds,
  city,
  curtain,
  door,
  eye,
  halftone,
  keyhole,
  lighthouse,
  planet,
  rays,
  reel,
  ridges,
  road,
  slabs,
  spiral,
  split,
  stairs,
  sun,
  tiles,
  waves,
];
