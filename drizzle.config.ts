import { defineConfig } from 'drizzle-kit';
import { engine } from '#db/dialect';

export default defineConfig({
  dialect: engine === 'postgres' ? 'postgresql' : 'sqlite',
  schema: './db/schema.ts',
  out: `./db/migrations/${engine}`,
});
