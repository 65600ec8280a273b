import { problems } from '../problem.ts';

const kinds = Object.entries(problems)
  .map(([kind, { status, title }]) => `| \`/problems/${kind}\` | ${status} | ${title.en} |`)
  .join('\n');

/** What a newcomer reads before the calls, in Markdown. */
export const introduction = `
Legal deadlines and readiness of Finnish social-care providers that join Kanta, and warnings about them.
Every date and status carries its citation and its reason.

### Begin here

1. Get an access token from your issuer. On one machine: \`POST /tokens\` of the control port,
   \`{"subject":"me","role":"admin"}\`.
2. Press **Authorize** and paste it.
3. Open **GET /organisations/{businessId}/deadlines**, press **Try it out**, write a Y-tunnus (on one
   machine \`9000106-5\`), choose a language and press **Execute**.

### What holds for every call

- **Who may do what**: the token says \`role\` (\`provider\`, \`supervisor\`, \`admin\`), \`organisations\`
  (business IDs) and \`counties\`. A role that may never do it gets 403. An organisation outside the scope
  answers like one that does not exist: 404.
- **Days** are \`YYYY-MM-DD\`, instants ISO 8601 in UTC. Texts follow \`Accept-Language\`: \`fi\` (default),
  \`sv\`, \`en\`. Unknown fields are an error; fields that answers get later are optional.
- **Retries**: a POST that adds something takes an \`Idempotency-Key\`; the same key and body again get the
  same answer and do nothing. A PUT takes \`If-Match\` with the \`ETag\` of what was read; 412 says that
  somebody else was quicker.
- **Lists** come in pages: \`limit\` (at most 200) and \`cursor\`, which is the \`cursor\` of the page before.
  A page may hold fewer than asked for; the last one has no \`cursor\`. A cursor belongs to its list, its
  filters and its caller's scope.
- **Limits**: a body has at most 256 kilobytes unless its call says otherwise; texts, lists and numbers have
  the bounds that the schemas show; each call has a rate (\`x-rate-limit\`, \`X-RateLimit-Limit\`).
- **X-Correlation-Id** is in every answer of ours, and \`correlationId\` in every problem: tell it when you
  report a fault. It is always ours: one that comes with a call is not looked at.
- **Audit trail**: every change stands in it before it is made: who (the token's subject and role), when, what
  and about what. Where it cannot be written, nothing is changed and the answer is 503.

### Problems

Errors are \`application/problem+json\` (RFC 9457), in the language asked for. \`errors\` names the path of
each fault in what was sent.

| type | status | |
|---|---|---|
${kinds}

What API Gateway answers by itself has another form, \`{"message": "…"}\`, and none of our headers: 401
without a valid token, 404 where there is no such route, 400 for a path that cannot be read, 413 for a
request over 10 megabytes, 429 over the rate, 500 and 503 when a function could not be reached.
`.trim();
