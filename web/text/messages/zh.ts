/** The Chinese texts alone; a build writes them into a file without the English ones (`vite.config.ts`). */
import { resources } from './catalogue.ts';

export const texts = resources.zh;
