// Runs a TypeScript program of this repository: node bin/run.cjs <script.ts> [arguments]
// This file is ES5, so that a Node of any age can read the sentence below; what it requires need not be.
'use strict';

var OLDEST_MAJOR = 18;

if (Number(process.versions.node.split('.')[0]) < OLDEST_MAJOR) {
  console.error(
    'movieFlix needs Node ' + OLDEST_MAJOR + ' or newer to start (it then brings its own Node 24); this is Node ' +
      process.versions.node + ' at ' + process.execPath + '. On Debian 12 or newer: apt install nodejs npm'
  );
  process.exit(1);
}

require('./launch.cjs').launch(process.argv[2], process.argv.slice(3));
