import { demoApp, type AppChoices, type TestApp } from './app.ts';

export interface ListeningApp extends TestApp {
  readonly origin: string;
}

/** The demonstration on a free port of this machine, for a browser. */
export async function listeningApp(choices: AppChoices = {}): Promise<ListeningApp> {
  const app = await demoApp(choices);
  const origin = await app.app.listen({ port: 0, host: '127.0.0.1' });
  return { ...app, origin };
}
