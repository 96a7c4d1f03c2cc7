/** Twice the pixels of a row's picture, for dense screens. */
const SIDE_PIXELS = 96;

/** A small square picture of an image file. Rejects where the browser cannot show it, as with HEIC in most. */
export async function previewOf(file: File): Promise<Blob> {
  const bitmap = await createImageBitmap(file);
  try {
    const canvas = document.createElement('canvas');
    canvas.width = SIDE_PIXELS;
    canvas.height = SIDE_PIXELS;
    const scale = SIDE_PIXELS / Math.min(bitmap.width, bitmap.height);
    const [width, height] = [bitmap.width * scale, bitmap.height * scale];
    const context = canvas.getContext('2d');
    if (!context) throw new Error('Expected a canvas to draw on, but the browser gave none.');
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, (SIDE_PIXELS - width) / 2, (SIDE_PIXELS - height) / 2, width, height);
    return await blobOf(canvas);
  } finally {
    bitmap.close();
  }
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const take = (blob: Blob | null) =>
      blob ? resolve(blob) : reject(new Error('The canvas gave no picture.'));
    canvas.toBlob(take, 'image/webp', 0.8);
  });
}
