/** What the prices rest on besides the templates. Measured where it says so, else a guess to put your own in. */

export const GALLERY_SIZES = [1_000, 100_000, 10_000_000] as const;

/** A photograph of 12 megapixels as a phone takes it. */
export const ORIGINAL_BYTES = 4_000_000;
/** Measured: mean over 18 photographs of 12 megapixels. */
export const RENDITION_BYTES = { 320: 10_700, 640: 33_200, 1280: 105_000, 2048: 231_300 } as const;
/** Measured: 1.6 kB for a row with its renditions, two tags and all indexes, and a quarter more for dead rows. */
export const DATABASE_BYTES = 2_000;
/** Measured by `npm run bench -- resize`: the picture step of a photograph of 10 to 16 megapixels, on one processor. */
export const RESIZE_CPU_SECONDS = 0.31;
/** How much slower a processor of Lambda's is than the one it was measured on. Not yet measured. */
export const LAMBDA_SLOWNESS = 2;
/** In which a resize waits for S3: to read 4 MB and to write four renditions at once. Not yet measured. */
export const RESIZE_WAIT_SECONDS = 0.15;
/** Lambda gives so much memory one whole processor, less a part of it, and more than one is of no use to a resize. */
export const PROCESSOR_MIB = 1769;

/** A year's growth is even, so a twelfth of the gallery arrives each month. */
export const UPLOADS_PER_IMAGE = 1 / 12;
/** How often each image is looked at in a month: in the grid (640 pixels), large (2048), as the original. */
export const LOOKS_PER_IMAGE = { grid: 3, large: 0.3, original: 0.01 } as const;
/** Originals are hardly looked at again, so they go down Intelligent-Tiering's steps: months of twelve on each. */
export const MONTHS_OF_TWELVE = { standard: 1, frequent: 1, infrequent: 2, archive: 8 } as const;

export const IMAGES_A_LISTING = 50;
/** Compressed. Presigned URLs are most of it. */
export const LISTING_BYTES = 60_000;
/** One visit shows so many pictures in the grid, and fetches the web app once. */
export const PICTURES_A_VISIT = 200;
export const WEB_APP = { bytes: 400_000, requests: 25 } as const;
/** Ask, events, details: requests besides the listings. */
export const API_REQUESTS = { perUpload: 3, perLargeLook: 1, perVisit: 5 } as const;

/** Lines of API, web server and load balancer for one request, and of the function for one image. */
export const LOG_BYTES = { perRequest: 800, perResize: 2_000 } as const;
/** A line of S3's access log for each request, kept in the log bucket. */
export const ACCESS_LOG_BYTES = 500;
/** A host's own log and its part of the flow logs. */
export const LOG_GB_PER_HOST = 0.3;
/** Packages, releases, calls to AWS's services and logs. */
export const NAT_GB_PER_HOST = 3;
/** Ingested text shrinks to this share when kept. */
export const LOG_COMPRESSION = 0.15;
/** Empty long polls of twenty seconds, and the listener's calls besides. */
export const QUEUE_POLLS_PER_HOST = (730 * 3600) / 20;
/** Send, receive and delete. */
export const QUEUE_REQUESTS_PER_IMAGE = 3;
/** Bucket keys and reused data keys spare nearly all. */
export const KEY_REQUESTS = { base: 50_000, perImage: 0.1 } as const;
/** Base backups and log of the database, and its daily snapshots, as multiples of the database. */
export const BACKUP_COPIES = 2;
export const SNAPSHOT_COPIES = 1.3;
/** Room for growth and for vacuum. */
export const DATABASE_HEADROOM = 1.5;
/** Basic hosts publish these a minute each when detailed monitoring is on. */
export const DETAILED_METRICS_PER_HOST = 7;
/** Of the resize function (three, in two dimensions) and of the database's disk. */
export const OWN_METRICS = 4;
/** X-Ray takes the first request each second and a twentieth of the rest. */
export const TRACED_SHARE = 0.05;
