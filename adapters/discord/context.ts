import type { StateStore } from '../../src/state-store.ts';
import type { PlatformContext } from '../shared/platform.ts';
import type { Client } from './client.ts';

/** What the parts of the adapter share. */
export interface ApiContext extends Pick<PlatformContext, 'clock' | 'report'> {
  client: Client;
  /** The platform's own state. */
  state: StateStore;
}
