/**
 * What the built web has in zod's place. Replies are trusted and the server checks what comes in, so that a schema in
 * the browser would be dead weight (measured: 24 KiB, a seventh of the first page). Declaring a schema gives an inert
 * value; asking one anything throws, because an inert answer would count as yes. Constants beside the schemas, such as the
 * lists of states, work as they are.
 */
const inert: unknown = new Proxy(() => inert, {
  get: (_target, name) => {
    if (typeof name === 'symbol' || asks.test(name)) {
      throw new Error(
        `There are no schemas in the browser (web/api/no-schemas.ts), so nothing can ask for ${String(name)}`,
      );
    }
    return inert;
  },
});

/** What asks a schema for an answer instead of declaring one: reading a value, describing itself, listing its choices. */
const asks =
  /^(parse|safeParse|spa$|decode|encode|safeDecode|safeEncode|is[A-Z]|toJSONSchema|toString|valueOf|toJSON|def$|_def$|_zod$|options$|values?$|description$|~standard)/;

export { inert as z };
