import { testFaults } from './faults.ts';

testFaults('rt');
