/**
 * The height that rows of pictures aim for: more in a very wide window, less in a narrow one.
 *
 * @param width CSS pixels that they fill, as is the result
 * @param usual in most windows
 */
export function targetHeight(width: number, usual = 240): number {
  return width < 600 ? 120 : Math.max(usual, width / 8);
}
