/**
 * What `npm start` runs. JavaScript, because Node keeps what it made of TypeScript only of files that it reads after the
 * cache is on: were this one TypeScript too, every start would load the compiler for it alone, 15 MB that it never gives back.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What a start compiles, five hundred files of TypeScript among it, the next one takes over; where it cannot be written, none does.
enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'xushi'));
await import('./with-build.ts');
