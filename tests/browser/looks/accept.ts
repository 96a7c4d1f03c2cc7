import { startJest } from '../../runner/jest-suite.ts';
import { ensureChromium } from '../chromium.ts';

// Keeps what the pages look like now: npm run accept-looks, or of some only: npm run accept-looks -- -t gallery
await ensureChromium();
const args = ['--testPathPatterns', 'browser/looks', ...process.argv.slice(2)];
process.exitCode = (await startJest('browser', args, { ACCEPT_LOOKS: 'true' })) === 0 ? 0 : 1;
