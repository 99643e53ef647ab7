/** The English texts alone; a build writes them into a file without the Chinese ones (`vite.config.ts`). */
import { resources } from './catalogue.ts';

export const texts = resources.en;
