import type { AnyEndpoint } from './endpoint.ts';
import { exampleAddress } from './examples.ts';
import { problemCodes, problemTexts } from './problem.ts';

/** The API as one plain page: no script, no style, nothing from elsewhere. */
export function docsPage(served: readonly AnyEndpoint[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Xushi API</title>
<h1>Xushi 序时: API</h1>
<p>Machine-readable: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).
Sign in with POST /api/session; the cookie it sets is the session.
Programs read the dataset with a token of the page <a href="/open-data">Open data</a>:</p>
<pre>curl --header "Authorization: Bearer $TOKEN" "$ORIGIN/api/open/dataset?format=csv" --output dataset.csv</pre>
<p>An example is what each call reads from the demonstration’s office, for whoever may call it and is signed in.</p>
<h2>Endpoints</h2>
<table border="1" cellpadding="6">
<tr><th>Call</th><th>What it does</th><th>Who may</th><th>Headers</th><th>Example</th></tr>
${served.map(endpointRow).join('\n')}
</table>
<h2>Problems</h2>
<p>Errors are application/problem+json (RFC 9457) in the language of Accept-Language; their <code>code</code> is one of these.</p>
<table border="1" cellpadding="6">
<tr><th>Code</th><th>Status</th><th>English</th><th>中文</th></tr>
${problemCodes.map(problemRow).join('\n')}
</table>
</html>
`;
}

function endpointRow(endpoint: AnyEndpoint): string {
  const { method, path, summary, access, versioned, idempotent } = endpoint;
  const headers = [versioned === 'never' ? '' : 'If-Match', idempotent ? 'Idempotency-Key' : ''].filter(Boolean);
  const who = access === 'public' ? 'everybody' : access === 'token' ? 'a read-only token' : access.join(', ');
  const example = exampleAddress(endpoint);
  const link = example === null ? '' : `<a href="${escaped(example)}">${escaped(example)}</a>`;
  return row([`${method} ${path}`, summary, who, headers.join(', ')], undefined, link);
}

function problemRow(code: keyof typeof problemTexts): string {
  const { status, en, zh } = problemTexts[code];
  return row([code, String(status), en, zh], code);
}

/** A row of texts, and behind them a cell of HTML where one is given. */
function row(cells: readonly string[], id?: string, html?: string): string {
  const texts = cells.map((cell) => `<td>${escaped(cell)}</td>`).join('');
  return `<tr${id === undefined ? '' : ` id="${id}"`}>${texts}${html === undefined ? '' : `<td>${html}</td>`}</tr>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
