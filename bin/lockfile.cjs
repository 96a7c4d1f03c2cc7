const fs = require('node:fs');
const path = require('node:path');

/**
 * Whether node_modules holds what package-lock.json names. npm notes at the end of an installation what it
 * installed; an interrupted one has no such note.
 */
exports.isInstalled = (root) => {
  const note = path.join(root, 'node_modules/.package-lock.json');
  if (!fs.existsSync(note)) return false;
  const installed = readPackages(note);
  return Object.entries(wantedPackages(root)).every(([folder, wanted]) => {
    const found = installed[folder];
    // npm leaves optional packages of other platforms out.
    if (found === undefined) return Boolean(wanted.optional);
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
};

/** The folders below root that an installation fills on this machine. */
exports.foldersForHere = (root) => {
  const here = Object.entries(wantedPackages(root)).filter(
    ([, entry]) => !entry.link && admits(entry.os, process.platform) && admits(entry.cpu, process.arch),
  );
  return here.map(([folder]) => folder);
};

function admits(list, value) {
  return list === undefined || list.includes(value);
}

function wantedPackages(root) {
  return readPackages(path.join(root, 'package-lock.json'));
}

function readPackages(file) {
  const { packages } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return Object.fromEntries(Object.entries(packages).filter(([folder]) => folder.includes('node_modules/')));
}
