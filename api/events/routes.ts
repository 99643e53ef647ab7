import { serveStream } from '../http/serve-stream.ts';
import type { Routes } from '../http/serve.ts';
import { events } from './contract.ts';
import { eventStreams } from './stream.ts';

/** The endpoint of changes as they happen. */
export const eventRoutes: Routes = (app) => {
  const open = eventStreams(app);
  serveStream(app)(events)((_input, context, begin) => open(context, begin));
};
