import { queryOptions } from '@tanstack/react-query';
import type { JsonEndpoint } from '#api/http/endpoint.ts';
import { call } from './call.ts';
import type { CallInput } from './call.ts';

/** The query of an endpoint and its input: `useQuery(query(overview, { query: { year, month } }))`. One key each, nothing else. */
export function query<Params extends object, Query extends object, Reply>(
  endpoint: JsonEndpoint<Params, Query, undefined, Reply>,
  input: CallInput<Params, Query, undefined>,
) {
  return queryOptions({
    queryKey: [endpoint.name, input],
    queryFn: ({ signal }): Promise<Reply> => call<Params, Query, undefined, Reply>(endpoint, input, signal),
  });
}
