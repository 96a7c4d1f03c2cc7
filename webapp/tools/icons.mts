import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/**
 * Draws the icons of the installed app from favicon.svg into public/icons: `node webapp/tools/icons.mts`, after the
 * favicon has changed. A maskable icon fills its square, because the system cuts it to a shape of its own.
 */
const publicFolder = fileURLToPath(new URL('../public/', import.meta.url));
const favicon = readFileSync(`${publicFolder}favicon.svg`, 'utf8');
/** The mark on a ground without corners, drawn smaller so that it stays within the circle that is never cut. */
const maskable = favicon
  .replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"')
  .replace('<rect width="32" height="32" rx="7"', '<rect x="-4" y="-4" width="40" height="40"');

mkdirSync(`${publicFolder}icons`, { recursive: true });
await draw(favicon, 192, 'icon-192');
await draw(favicon, 512, 'icon-512');
await draw(maskable, 512, 'maskable-512');
await draw(maskable, 180, 'apple-touch-180');

async function draw(svg: string, size: number, name: string): Promise<void> {
  await sharp(Buffer.from(svg), { density: (72 * size) / 32 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toFile(`${publicFolder}icons/${name}.png`);
}
