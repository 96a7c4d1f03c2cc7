// libheif-js ships no types for the part of libheif's interface that its own JavaScript wrapper uses. That
// wrapper (HeifDecoder) is not used here: it prints to the console and loses errors in a timer.
declare module 'libheif-js/libheif-wasm/libheif-bundle.js' {
  type Opaque<Name extends string> = { readonly __opaque: Name };

  interface HeifError {
    code: Opaque<'heif_error_code'>;
    message: string;
  }

  interface DecodedImage {
    channels: { width: number; height: number; stride: number; data: Uint8Array }[];
  }

  interface Libheif {
    heif_error_code: { heif_error_Ok: Opaque<'heif_error_code'> };
    heif_colorspace: { heif_colorspace_RGB: Opaque<'heif_colorspace'> };
    heif_chroma: {
      heif_chroma_interleaved_RGB: Opaque<'heif_chroma'>;
      heif_chroma_interleaved_RGBA: Opaque<'heif_chroma'>;
    };
    heif_context_alloc(): Opaque<'heif_context'>;
    heif_context_read_from_memory(context: Opaque<'heif_context'>, bytes: Uint8Array): HeifError;
    heif_js_context_get_primary_image_handle(
      context: Opaque<'heif_context'>,
    ): Opaque<'heif_image_handle'> | HeifError;
    heif_js_decode_image2(
      handle: Opaque<'heif_image_handle'>,
      colorspace: Opaque<'heif_colorspace'>,
      chroma: Opaque<'heif_chroma'>,
    ): Promise<DecodedImage | HeifError>;
  }

  /** Instantiates the WASM module; every instance has a memory of its own. */
  export default function createLibheif(): Promise<Libheif>;
}
