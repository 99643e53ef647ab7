/** Runs before each test file, also where files of a worker share their modules. */
import { afterAll } from 'vitest';
import { endFile } from './file-end.ts';

afterAll(endFile);
