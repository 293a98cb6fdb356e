/** CI decides on a change, so it tries the same values each time; everywhere else they are new in each run. */
import fc from 'fast-check';

if (process.env.CI !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_124 });
