#!/usr/bin/env node
'use strict';
// What runs first, on any Node: old syntax on purpose, so that an old Node can say what it lacks.
// CommonJS on purpose too: Node 20 starts its thread pool when it loads the first ES module, and the
// pool must be large before that. Four threads are soon taken by disks and name servers that hang.
var node = process.versions.node.split('.').map(Number);
var fits = node[0] >= 23 || (node[0] === 22 && node[1] >= 12) || (node[0] === 20 && node[1] >= 19);
if (!fits) {
  process.stderr.write(
    'techsupport needs Node.js 20.19 or newer (of Node.js 22: 22.12 or newer). This is ' +
      process.version +
      '.\n',
  );
  process.exit(70);
}
var only = process.argv.length === 3 ? process.argv[2] : '';
if (only === '--version' || only === '-V') {
  // The build puts the package's version here. Scripts ask for it often: nothing else is loaded.
  process.stdout.write('TECHSUPPORT_VERSION\n');
} else {
  start();
}

function start() {
  if (!process.env.UV_THREADPOOL_SIZE) process.env.UV_THREADPOOL_SIZE = '16';

  // In the user's own folder and never as root: compiled code in a shared folder could be anybody's.
  var cache = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA;
  if (!cache && process.env.HOME) cache = `${process.env.HOME}/.cache`;
  var compile = require('node:module').enableCompileCache;
  if (compile && cache && process.getuid && process.getuid() !== 0 && !mayHang(cache)) {
    compile(`${cache}/techsupport/compiled`);
  }

  import('./techsupport.js');
}

// A server that is gone would keep us waiting for ever, and nothing could end that.
function mayHang(folder) {
  var mounts = '';
  try {
    mounts = require('node:fs').readFileSync('/proc/self/mounts', 'utf8');
  } catch (_) {
    // No Linux.
  }
  return mounts.split('\n').some((line) => {
    var parts = line.split(' ');
    return (
      /^(nfs|cifs|smb|9p$|ceph|afs|fuse|autofs)/.test(parts[2]) && `${folder}/`.startsWith(`${parts[1]}/`)
    );
  });
}
