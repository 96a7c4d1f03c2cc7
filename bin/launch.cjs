const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { forwardSignals } = require('./forward-signals.cjs');
const { ensureInstalled } = require('./installation.cjs');

const ROOT = path.join(__dirname, '..');
// Strips types without a flag or a warning, and is what Angular 22 wants of the 24 line.
const WANTED_NODE = [24, 15];

/** Installs what is missing, then runs the script under Node 24: in this process where it is one, else in a child. */
exports.launch = async (script, args) => {
  try {
    await ensureInstalled(ROOT);
    const node = findNode();
    const file = path.resolve(ROOT, script);
    if (node === process.execPath) await runHere(file, args);
    else runUnder(node, file, args);
  } catch (error) {
    console.error(error.isPlain ? error.message : error);
    process.exit(1);
  }
};

function findNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > WANTED_NODE[0] || (major === WANTED_NODE[0] && minor >= WANTED_NODE[1]))
    return process.execPath;
  const file = path.join(ROOT, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin/node');
  if (fs.existsSync(file)) return file;
  const message =
    `movieFlix brings Node 24 for Linux on x64 and arm64; expected ${file}, but nothing is there. ` +
    'Run "npm ci --include=optional", or install Node 24.15 or newer yourself.';
  throw Object.assign(new Error(message), { isPlain: true });
}

function runHere(file, args) {
  process.argv = [process.execPath, file, ...args];
  return import(pathToFileURL(file).href);
}

function runUnder(node, file, args) {
  const child = spawn(node, [file, ...args], { stdio: 'inherit' });
  forwardSignals(child);
  child.on('error', (error) => {
    console.error(`Cannot run ${node}: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 128 + os.constants.signals[signal] : code));
}
