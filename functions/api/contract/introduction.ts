import { mostInPage } from '../cursor.ts';
import { usualBody } from '../input.ts';
import { problems } from '../problem.ts';
import { exampleId } from './example.ts';

const kinds = Object.entries(problems)
  .map(([kind, { status, title }]) => `| \`/problems/${kind}\` | ${status} | ${title.en} |`)
  .join('\n');

/** What a newcomer reads before the calls, in Markdown. */
export const introduction = `
Legal deadlines and readiness of Finnish social-care providers that join Kanta, and warnings about them.
Every date and status carries its citation and its reason.

### Begin here

1. **Get an access token.** Where the service is deployed, sign in with its issuer: the operator says
   where, and gives your user a role with its organisations or counties. On your own machine
   (\`npm start\`) ask the control port, two above this one, for any token you like:

   \`\`\`sh
   curl -s http://127.0.0.1:3002/tokens -d '{"subject":"me","role":"admin"}'
   \`\`\`
2. Press **Authorize**, paste the token without \`Bearer\`, and close. It stays in this page only and is
   gone when you leave it.
3. Open **GET /organisations/{businessId}/deadlines** below and press **Execute**. What is filled in,
   \`${exampleId}\`, is a sample on your own machine; elsewhere write the Y-tunnus of an organisation of
   yours. From a terminal:

   \`\`\`sh
   curl -s http://127.0.0.1:3000/organisations/${exampleId}/deadlines \\
     -H "Authorization: Bearer $TOKEN" -H 'Accept-Language: en'
   \`\`\`

### What holds for every call

- **Who may do what**: the token says \`role\` (\`provider\`, \`supervisor\`, \`admin\`), \`organisations\`
  (business IDs) and \`counties\`. A role that may never do it gets 403. An organisation outside the scope
  answers like one that does not exist: 404.
- **Days** are \`YYYY-MM-DD\`, instants ISO 8601 in UTC. Texts follow \`Accept-Language\`: \`fi\` (default),
  \`sv\`, \`en\`. Unknown fields are an error; fields that answers get later are optional.
- **Retries**: a POST that adds something takes an \`Idempotency-Key\`; the same key and body again get the
  same answer and do nothing. A PUT takes \`If-Match\` with the \`ETag\` of what was read; 412 says that
  somebody else was quicker.
- **Lists** come in pages: \`limit\` (at most ${mostInPage}) and \`cursor\`, which is the \`cursor\` of the page before.
  A page may hold fewer than asked for; the last one has no \`cursor\`. A cursor belongs to its list, its
  filters and its caller's scope.
- **Limits**: a body has at most ${usualBody / 1024} kilobytes unless its call says otherwise; texts, lists and numbers have
  the bounds that the schemas show; each call has a rate (\`x-rate-limit\`, \`X-RateLimit-Limit\`).
- **X-Correlation-Id** is in every answer of ours, and \`correlationId\` in every problem: tell it when you
  report a fault. It is always ours: one that comes with a call is not looked at.
- **Audit trail**: every change stands in it before it is made: who (the token's subject and role), when, what
  and about what. Where it cannot be written, nothing is changed and the answer is 503.

### Problems

Errors are \`application/problem+json\` (RFC 9457), in the language asked for. \`errors\` names the path of
each fault in what was sent.

| type | status | meaning |
|---|---|---|
${kinds}

What API Gateway answers by itself has another form, \`{"message": "…"}\`, and none of our headers: 401
without a valid token, 404 where there is no such route, 400 for a path that cannot be read, 413 for a
request over 10 megabytes, 429 over the rate, 500 and 503 when a function could not be reached.
`.trim();
