import type { ImageTable, RenditionTable, TagTable } from '../images/image.table.ts';
import type { RateLimitTable } from '../rates/rate-limit.table.ts';
import type { RemovalTable } from '../removals/removal.table.ts';
import type { SampleTable } from '../samples/sample.table.ts';
import type { SessionTable } from '../sessions/session.table.ts';
import type { UserTable } from '../users/user.table.ts';

export interface Tables {
  users: UserTable;
  sessions: SessionTable;
  images: ImageTable;
  renditions: RenditionTable;
  tags: TagTable;
  removals: RemovalTable;
  rate_limits: RateLimitTable;
  samples: SampleTable;
}
