const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { forwardSignals } = require('./forward-signals.cjs');
const { isInstalled } = require('./lockfile.cjs');

const LOCK_IS_HELD = 75;

/**
 * Installs what package-lock.json names unless that is what is installed. Of several starts at once one installs
 * and the others wait for it.
 *
 * @throws a plain error where it fails; what to do about it has been printed
 */
exports.ensureInstalled = async (root) => {
  if (isInstalled(root)) return;
  const lock = path.join(root, '.cache/install.lock');
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  // The kernel takes flock's lock back when its holder dies, however it dies. -F: signals reach the installation.
  const install = [lock, process.execPath, path.join(__dirname, 'install.cjs'), root];
  let code = await runFlock(['-n', '-E', String(LOCK_IS_HELD), ...install]);
  if (code === LOCK_IS_HELD) {
    console.log('Another start is installing movieFlix at the moment; waiting for it.');
    code = await runFlock(install);
  }
  if (code !== 0) throw plainError('movieFlix is not installed, so it cannot start.');
};

function runFlock(args) {
  return new Promise((resolve, reject) => {
    const child = spawn('flock', ['-F', ...args], { stdio: 'inherit' });
    forwardSignals(child);
    child.on('error', (error) => {
      reject(plainError(`Cannot run flock, which Debian has in util-linux (${error.message}).`));
    });
    child.on('exit', (code) => resolve(code));
  });
}

function plainError(message) {
  return Object.assign(new Error(message), { isPlain: true });
}
