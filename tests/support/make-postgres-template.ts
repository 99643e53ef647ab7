/** A program: loads the demonstration into the database that `DATABASE_URL` names, and lets it remember all of it. */
import { openDatabase } from '#db/database.ts';
import { remember } from './restorable-database.ts';
import { fillTemplate } from './template-database.ts';

const database = await openDatabase({ address: process.env['DATABASE_URL'] ?? '' });
await fillTemplate(database);
await remember(database);
await database.close();
