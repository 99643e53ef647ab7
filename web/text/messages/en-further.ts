/** The English texts of all further pages, which a build writes into a file of their own (`vite.config.ts`). */
import { resources } from './catalogue.ts';

export const texts = resources.en;
