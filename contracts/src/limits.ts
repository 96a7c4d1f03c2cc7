/** What the API admits and the resize function is sized for. Bytes are counted as stored, pixels as decoded. */

/** The largest original that is taken: 256 MiB. The function holds an original in memory while it decodes it. */
export const MAX_ORIGINAL_BYTES = 256 * 1024 * 1024;

/** The largest picture that is decoded, in pixels (width x height): 268 megapixels, which is sharp's own limit. */
export const MAX_ORIGINAL_PIXELS = 268_402_689;

/** Above this size an upload goes in parts, so that a broken connection loses at most one of them. */
export const MULTIPART_THRESHOLD_BYTES = 16 * 1024 * 1024;

/** Bytes of every part but the last. S3 wants at least 5 MiB. */
export const PART_BYTES = 8 * 1024 * 1024;
