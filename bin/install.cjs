// Installs what package-lock.json names, showing how far it is: node bin/install.cjs <root>
// installation.cjs runs it while it holds the lock.
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { forwardSignals } = require('./forward-signals.cjs');
const { foldersForHere, isInstalled } = require('./lockfile.cjs');

const REPORT_EVERY_MS = { terminal: 500, log: 5000 };
const KEPT_CHARACTERS = 10_000;
const REMEDIES = [
  [/ENOSPC/, 'The disk is full: about 1 GB is needed. Free some and start again.'],
  [
    /EACCES|EPERM|EROFS/,
    'npm may not write here. Start as the owner of this folder, or give it to yourself (chown).',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EIDLETIMEOUT/,
    'npm cannot reach its registry. Check the network (behind a proxy: "npm config set proxy ...") and start again; ' +
      'what was downloaded so far is kept.',
  ],
  [/EINTEGRITY/, 'A download was damaged. Run "npm cache verify" and start again.'],
];

const root = process.argv[2];
if (!isInstalled(root)) install();

function install() {
  const folders = foldersForHere(root);
  const started = Date.now();
  console.log(
    `Installing movieFlix: ${folders.length} packages, about 1 GB on disk. It takes a minute or a few, once.`,
  );
  const [program, ...args] = npmCommand();
  const options = ['ci', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const npm = spawn(program, [...args, ...options], { cwd: root, stdio: ['ignore', 'inherit', 'pipe'] });
  forwardSignals(npm);
  const stopReporting = reportProgress(folders, started);
  let said = '';
  npm.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-KEPT_CHARACTERS);
  });
  npm.on('error', (error) => {
    said = `npm cannot be run (${error.message}). It comes with Node; on Debian: apt install npm`;
  });
  npm.on('close', (code, signal) => {
    stopReporting();
    if (code === 0) console.log(`Installed in ${secondsSince(started)} s.`);
    else if (signal) console.error('The installation was interrupted; the next start begins it anew.');
    else console.error(`${said.trim()}\n${remedyFor(said)}`.trim());
    process.exitCode = code === 0 ? 0 : 1;
  });
}

/** The npm that runs this script, by the Node that runs that npm: another in node_modules/.bin is removed now. */
function npmCommand() {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  return cli && fs.existsSync(cli) ? [node || process.execPath, cli] : ['npm'];
}

/** npm says nothing of its progress where there is no terminal, so the packages that have arrived are counted. */
function reportProgress(folders, started) {
  const terminal = Boolean(process.stdout.isTTY);
  const report = () => {
    const present = folders.filter((folder) => fs.existsSync(path.join(root, folder, 'package.json'))).length;
    const line = `  ${present} of ${folders.length} packages, ${secondsSince(started)} s`;
    process.stdout.write(terminal ? `\r\x1b[K${line}` : `${line}\n`);
  };
  const timer = setInterval(report, terminal ? REPORT_EVERY_MS.terminal : REPORT_EVERY_MS.log);
  return () => {
    clearInterval(timer);
    if (terminal) process.stdout.write('\r\x1b[K');
  };
}

function remedyFor(text) {
  const remedy = REMEDIES.find(([pattern]) => pattern.test(text));
  return remedy ? remedy[1] : '"npm ci" failed. Put right what is said above and start again.';
}

function secondsSince(time) {
  return Math.round((Date.now() - time) / 1000);
}
