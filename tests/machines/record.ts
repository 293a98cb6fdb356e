/**
 * Records what the connectivity check asks of the computer it runs on, to stdout. In the fault lab:
 * npx esbuild --bundle tests/machines/record.ts --platform=node --format=esm --outfile=coverage/record.mjs
 * ../shared/lab/lab.sh run isp-down -- node coverage/record.mjs >tests/machines/isp-down.json
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { connectivity } from '../../checks/connectivity/index.ts';
import type { Settings } from '../../src/contract.ts';
import { local } from '../../src/host/local.ts';
import { recording } from '../../src/host/recording.ts';
import { run } from '../../src/run.ts';

// Our own file, in this form.
const { connectivity: own } = parse(readFileSync('tests/lab/techsupport.config.yaml', 'utf8')) as {
  readonly connectivity: Settings;
};
const { host, recorded } = recording(local());
await run([connectivity], host, { settings: { connectivity: own } });
const { os, entries } = recorded();
// A read that came to nothing replays as one that is not there.
const kept = Object.fromEntries(Object.entries(entries).filter(([, { answer }]) => answer.status === 'ok'));
process.stdout.write(`${JSON.stringify({ os, entries: kept })}\n`, () => process.exit(0));
