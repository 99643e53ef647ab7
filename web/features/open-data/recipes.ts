/** How programs read the dataset, written out with the address and the token, so that they can be copied as they are. Pure. */

export const recipeKinds = ['excel', 'shell', 'duckdb', 'metabase'] as const;
export type RecipeKind = (typeof recipeKinds)[number];

const path = 'api/open/dataset';

/** What is to be pasted into each program. */
export function recipe(kind: RecipeKind, origin: string, token: string): string {
  switch (kind) {
    case 'excel':
      return powerQuery(origin, token);
    case 'shell':
      return download(origin, token);
    case 'duckdb':
      return [
        'SELECT region_en, indicator, value AS completion, level',
        "FROM read_csv('dataset.csv')",
        "WHERE measure = 'completion' AND year = 2020 AND month = 9",
        'ORDER BY indicator, value;',
      ].join('\n');
    case 'metabase':
      return [
        download(origin, token),
        `duckdb dataset.duckdb "CREATE OR REPLACE TABLE dataset AS SELECT * FROM read_csv('dataset.csv')"`,
      ].join('\n');
  }
}

const download = (origin: string, token: string): string =>
  `curl --fail --header "Authorization: Bearer ${token}" "${origin}/${path}?format=csv" --output dataset.csv`;

const powerQuery = (origin: string, token: string): string =>
  [
    'let',
    `  Source = Csv.Document(`,
    `    Web.Contents("${origin}", [`,
    `      RelativePath = "${path}",`,
    `      Query = [format = "csv"],`,
    `      Headers = [Authorization = "Bearer ${token}"]`,
    `    ]),`,
    `    [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]`,
    `  ),`,
    `  Dataset = Table.PromoteHeaders(Source, [PromoteAllScalars = true])`,
    'in',
    '  Dataset',
  ].join('\n');
