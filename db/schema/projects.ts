/** The project ledger: what is built with prefabrication or handed over fully decorated, by unit project. */
import { flag, index, integer, json, primaryKey, quantity, table, text, uniqueIndex } from '#db/dialect';
import { accounts } from './accounts.ts';
import type { Author } from './author.ts';
import { regions } from './reference.ts';

/** A unit project of a city; what is known of it are its versions. */
export const projects = table(
  'project',
  {
    id: text('id').primaryKey(),
    /** The city that it lies in and that answers for it. */
    region: text('region')
      .notNull()
      .references(() => regions.code),
    /** The number of the newest version, which is what counts. */
    version: integer('version').notNull(),
    /** Construction permit and unit project; null while there is no permit, and once the project is withdrawn. */
    key: text('key'),
    origin: text('origin', { enum: ['invented', 'reported'] }).notNull(),
  },
  (project) => [uniqueIndex('project_key').on(project.key), index('project_region').on(project.region)],
);

/** Each state of a project as a command left it. Sealed: a version is added and never changed. Areas are square metres. */
export const projectVersions = table(
  'project_version',
  {
    project: text('project')
      .notNull()
      .references(() => projects.id),
    /** 1 for the first, then rising. */
    number: integer('number').notNull(),
    action: text('action', { enum: ['add', 'edit', 'import', 'withdraw'] }).notNull(),
    reason: text('reason').notNull(),
    at: text('at').notNull(),
    actor: text('actor').references(() => accounts.id),
    actedAs: json<Author>('acted_as').notNull(),
    name: text('name').notNull(),
    /** The county or functional zone, in words. */
    county: text('county').notNull(),
    address: text('address').notNull(),
    owner: text('owner').notNull(),
    /** The number of the construction permit; null while there is none. */
    permit: text('permit'),
    /** The number of the unit project under its permit. */
    unit: text('unit').notNull(),
    buildingType: text('building_type', { enum: ['housing', 'public', 'venue', 'industrial', 'rural'] }).notNull(),
    structure: text('structure', { enum: ['concrete', 'steel', 'timber', 'hybrid'] }).notNull(),
    totalArea: quantity('total_area').notNull(),
    aboveGroundArea: quantity('above_ground_area'),
    prefabricatedArea: quantity('prefabricated_area'),
    /** Fully decorated housing (住宅全装修). */
    decoratedArea: quantity('decorated_area'),
    /** In hundredths of a percent; null while it is not assessed. */
    assemblyRate: integer('assembly_rate'),
    /** The standard that assembly rate and recognition are by. */
    standard: text('standard', { enum: ['GB/T 51129', 'DB33/T 1165'] }),
    assembledDecoration: flag('assembled_decoration'),
    greenStars: integer('green_stars'),
    bim: flag('bim'),
    landPlanned: text('land_planned'),
    landActual: text('land_actual'),
    permitPlanned: text('permit_planned'),
    permitActual: text('permit_actual'),
    startPlanned: text('start_planned'),
    startActual: text('start_actual'),
    completionPlanned: text('completion_planned'),
    completionActual: text('completion_actual'),
    recognition: text('recognition', { enum: ['none', 'applied', 'recognised', 'refused'] }).notNull(),
    recognisedOn: text('recognised_on'),
    remarks: text('remarks').notNull(),
  },
  (version) => [primaryKey({ columns: [version.project, version.number] })],
);
