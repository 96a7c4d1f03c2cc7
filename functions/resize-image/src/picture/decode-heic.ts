import createLibheif from 'libheif-js/libheif-wasm/libheif-bundle.js';
import type { Header } from './header.ts';
import type { Pixels } from './pixels.ts';

/**
 * Decodes the primary picture of a HEIC file, upright (HEIF orients by its own properties, not by EXIF), and
 * hands its pixels to `use`. They lie in the memory of the WASM instance and are gone afterwards.
 *
 * Every picture gets an instance of its own, some 10 ms: memory of an instance never shrinks, and one that ran
 * out of it cannot be used again.
 *
 * @throws where the file is broken, with what libheif says
 */
export async function decodeHeic<T>(
  heic: Buffer,
  { width, height, hasAlpha }: Header,
  use: (pixels: Pixels) => Promise<T>,
): Promise<T> {
  const libheif = await createLibheif();
  const context = libheif.heif_context_alloc();
  const read = libheif.heif_context_read_from_memory(context, heic);
  if (read.code !== libheif.heif_error_code.heif_error_Ok) throw new Error(read.message);
  const handle = libheif.heif_js_context_get_primary_image_handle(context);
  if ('message' in handle) throw new Error(handle.message);
  const { heif_chroma_interleaved_RGBA: rgba, heif_chroma_interleaved_RGB: rgb } = libheif.heif_chroma;
  const decoded = await libheif.heif_js_decode_image2(
    handle,
    libheif.heif_colorspace.heif_colorspace_RGB,
    hasAlpha ? rgba : rgb,
  );
  if ('message' in decoded) throw new Error(decoded.message);
  const plane = decoded.channels[0];
  if (plane?.width !== width || plane.height !== height) {
    throw new Error(`Expected ${width} x ${height} pixels but ${plane?.width} x ${plane?.height} came`);
  }
  return use({ data: withoutPadding(plane, hasAlpha ? 4 : 3), width, height, channels: hasAlpha ? 4 : 3 });
}

interface Plane {
  width: number;
  height: number;
  /** Bytes from one row to the next. */
  stride: number;
  data: Uint8Array;
}

function withoutPadding({ width, height, stride, data }: Plane, channels: number): Buffer {
  const rowBytes = width * channels;
  const padded = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (stride === rowBytes) return padded;
  const rows = Buffer.allocUnsafe(rowBytes * height);
  for (let row = 0; row < height; row += 1) {
    padded.copy(rows, row * rowBytes, row * stride, row * stride + rowBytes);
  }
  return rows;
}
