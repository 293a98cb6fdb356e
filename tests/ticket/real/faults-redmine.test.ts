import { testFaults } from './faults.ts';

testFaults('redmine');
