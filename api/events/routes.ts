import { serveStream, type Routes } from '../http/serve.ts';
import { events } from './contract.ts';
import { eventStreams } from './stream.ts';

/** The endpoint of changes as they happen. */
export const eventRoutes: Routes = (app) => {
  const open = eventStreams(app);
  serveStream(app)(events)(open);
};
