/** What is read in the first round: this computer's own state, nothing on the network yet. */
import type { Facts } from '../../src/contract.ts';
import { adapters } from '../../src/sources/network/adapters.ts';
import { addresses } from '../../src/sources/network/addresses.ts';
import { hosts } from '../../src/sources/network/hosts.ts';
import { manualAddressing } from '../../src/sources/network/manual.ts';
import { environmentProxies, sessionProxies, systemProxies } from '../../src/sources/network/proxy.ts';
import { resolvers, upstreamResolvers } from '../../src/sources/network/resolvers.ts';
import { routes, routes6 } from '../../src/sources/network/routes.ts';
import { systemVerdict } from '../../src/sources/network/verdict.ts';
import { airPort, radios } from '../../src/sources/network/wifi.ts';
import { clock, placeReads, user } from '../../src/sources/system.ts';

export const reads = {
  ...placeReads,
  clock,
  user,
  adapters,
  addresses,
  routes,
  routes6,
  resolvers,
  upstreamResolvers,
  hosts,
  radios,
  airPort,
  manualAddressing,
  systemVerdict,
  environmentProxies,
  sessionProxies,
  systemProxies,
};

export type ConnectivityFacts = Facts<typeof reads>;
