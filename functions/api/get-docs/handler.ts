import { httpFunction } from '../http.ts';
import { nothing } from '../input.ts';

/** The page shows the contract by the viewer whose files GET /docs/{file} serves. */
const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Kanta readiness: the API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="stylesheet" href="/docs/page.css">
<link rel="icon" href="data:,">
</head>
<body>
<main id="contract"><p>The contract is <a href="/openapi.json">/openapi.json</a>; this page shows it with a script.</p></main>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/page.js"></script>
</body>
</html>
`;

/** Nothing from anywhere else, and nobody may frame it. The viewer sets widths by style attributes. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** GET /docs: the contract as a page to read, and to try calls on. */
export const createHandler = () =>
  httpFunction('get-docs', async (request) => {
    request.query(nothing);
    return {
      status: 200,
      body: page,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-language': 'en',
        'cache-control': 'public, max-age=300',
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
    };
  });
