import type { PGlite } from '@electric-sql/pglite';
import { DatabaseRefusal } from './refusal.ts';

/** PostgreSQL in this process, as one who opened it has it. */
export interface Embedded {
  /** Refuses everything once it is closed. */
  readonly client: PGlite;
  close(): Promise<void>;
}

interface Folder {
  readonly instance: Promise<PGlite>;
  users: number;
}

/** Folders that are open in this process: opened twice, PGlite would write over its own work. */
const folders = new Map<string, Folder>();

const driver = () => import('@electric-sql/pglite');

/**
 * The database of a folder, which all who open it share until the last has closed it; each `memory` is a new one.
 * @throws DatabaseRefusal where the package is not installed: it is for trying and testing, and no office needs it
 */
export async function openEmbedded(place: string, load = driver): Promise<Embedded> {
  const { PGlite } = await load().catch((error: unknown) => {
    throw new DatabaseRefusal(
      'An address that begins with pglite: is for development and needs @electric-sql/pglite, which is not installed. Run npm ci without --omit=dev, or use file:… or postgres://….',
      { cause: error },
    );
  });
  if (place === 'memory') {
    const client = await PGlite.create('memory://');
    return { client, close: () => client.close() };
  }
  const folder = folders.get(place) ?? { instance: PGlite.create(place), users: 0 };
  folders.set(place, folder);
  folder.users += 1;
  try {
    return shareOf(await folder.instance, () => leave(place, folder));
  } catch (error) {
    folders.delete(place);
    throw error;
  }
}

async function leave(place: string, folder: Folder): Promise<void> {
  folder.users -= 1;
  if (folder.users > 0) return;
  folders.delete(place);
  await (await folder.instance).close();
}

function shareOf(instance: PGlite, leave: () => Promise<void>): Embedded {
  let leaving: Promise<void> | null = null;
  const client = new Proxy(instance, {
    get: (target, name) => {
      if (leaving !== null) throw new Error('the database is closed');
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { client, close: () => (leaving ??= leave()) };
}
