// What is sent to OpenAI's usage API and what is made of its answers, with a server in its place.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import { root } from '../../../scripts/lib/run.js';
import { askUsage, UsageError } from '../../../src/usage/ask';

const key = 'sk-admin-secret';
const result = (model: string | null, input: number, output: number, service_tier: string | null = null) => ({
  object: 'organization.usage.completions.result',
  input_tokens: input,
  input_cached_tokens: 1,
  output_tokens: output,
  num_model_requests: 1,
  project_id: null,
  model,
  service_tier,
});
const midnight = Date.UTC(2026, 10, 22) / 1000;
const page = (results: unknown[], next?: string, start_time = midnight) => ({
  object: 'page',
  data: [{ object: 'bucket', start_time, end_time: start_time + 86_400, results }],
  has_more: next !== undefined,
  next_page: next ?? null,
});
interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body: unknown;
}

suite('asking for a day’s usage', () => {
  let server: Server;
  let answers: Answer[];
  let asked: IncomingMessage[];
  suiteSetup((done) => {
    server = createServer((request, response) => {
      asked.push(request);
      const { status = 200, headers = {}, body } = answers.shift()!;
      response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
    }).listen(0, '127.0.0.1', done);
  });
  suiteTeardown(() => server.close());
  setup(() => ([answers, asked] = [[], []]));

  const api = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (...given: Answer[]) => {
    answers = given;
    return askUsage({ key, day: '2026-11-22', api: api() });
  };
  const failure = async (...given: Answer[]): Promise<UsageError> => {
    const error = await ask(...given).then(
      () => assert.fail('no error'),
      (error) => error,
    );
    assert.ok(error instanceof UsageError);
    assert.doesNotMatch(String(error), /secret/);
    return error;
  };

  test('sends the key and the day, and nothing else', async () => {
    await ask({ body: page([]) });
    const [{ method, url, headers }] = asked as [IncomingMessage];
    assert.equal(method, 'GET');
    const { pathname, searchParams } = new URL(url!, api());
    assert.equal(pathname, '/v1/organization/usage/completions');
    assert.deepEqual(
      [...searchParams],
      [
        ['start_time', String(midnight)],
        ['bucket_width', '1d'],
        ['limit', '1'],
        ['group_by[]', 'model'],
        ['group_by[]', 'service_tier'],
      ],
    );
    assert.equal(headers.authorization, `Bearer ${key}`);
    // What every fetch of Node's sends besides.
    const usual = /^(host|connection|authorization|accept|accept-language|accept-encoding|sec-fetch-mode|user-agent)$/;
    assert.deepEqual(
      Object.keys(headers).filter((name) => !usual.test(name)),
      [],
    );
  });

  test('reads models, tokens and what is marked as free, whatever else is there', async () => {
    const results = [
      result('gpt-4o-2024-08-06', 100, 20, 'incentivized-tier'),
      result('gpt-4o-2024-08-06', 5, 1, 'default'),
      result('o3-2025-04-16', 7, 0, 'data sharing incentive tier'),
      result(null, 2, 2),
    ];
    assert.deepEqual(await ask({ body: page(results) }), [
      { model: 'gpt-4o-2024-08-06', tokens: 120, free: true },
      { model: 'gpt-4o-2024-08-06', tokens: 6, free: false },
      { model: 'o3-2025-04-16', tokens: 7, free: true },
      { model: '', tokens: 4, free: false },
    ]);
  });

  test('follows pages, but not without end', async () => {
    const rows = await ask({ body: page([result('a', 1, 0)], 'next&=') }, { body: page([result('b', 2, 0)]) });
    assert.deepEqual(
      rows.map(({ model }) => model),
      ['a', 'b'],
    );
    assert.equal(new URL(asked[1]!.url!, api()).searchParams.get('page'), 'next&=');
    const error = await failure(...Array.from({ length: 30 }, () => ({ body: page([], 'again') })));
    assert.equal(error.kind, 'malformed');
    assert.equal(asked.length, 22);
  });

  test('counts no other day', async () => {
    const rows = await ask(
      { body: page([result('a', 1, 0)], 'next') },
      { body: page([result('b', 2, 0)], 'more', midnight + 86_400) },
    );
    assert.deepEqual(
      rows.map(({ model }) => model),
      ['a'],
    );
  });

  const scopes = {
    error: { message: 'You have insufficient permissions for this operation. Missing scopes: api.usage.read.' },
  };
  const html = { 'content-type': 'text/html; charset=utf-8' };
  const cut = { 'content-length': '9', connection: 'close' };
  const failures: [name: string, answer: Answer, kind: UsageError['kind'], detail: string, retryAfter?: number][] = [
    ['a wrong key', { status: 401, body: { error: { message: `Incorrect API key: ${key}` } } }, 'refused', '401'],
    ['a project’s key', { status: 403, body: scopes }, 'forbidden', '403'],
    ['a key without the permission', { status: 401, body: scopes }, 'forbidden', '401'],
    ['too many questions', { status: 429, headers: { 'retry-after': '900' }, body: '' }, 'limited', '429', 900],
    ['too many, until some day', { status: 429, headers: { 'retry-after': 'Thu' }, body: '' }, 'limited', '429'],
    ['an error of OpenAI’s', { status: 503, body: '<html>' }, 'failed', '503'],
    ['a page of a hotel’s network', { headers: html, body: '<html>' }, 'unreachable', 'text/html'],
    ['an answer that is cut off', { body: '{"data":' }, 'unreachable', 'JSON'],
    ['one whose connection is', { headers: cut, body: '{' }, 'unreachable', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'],
    ['an answer without end', { body: ' '.repeat(6_000_000) }, 'unreachable', '> 5 MB'],
    [
      'another form',
      { body: { data: [{ start_time: midnight, results: [{ input_tokens: '7' }] }] } },
      'malformed',
      'data.0.results.0.input_tokens',
    ],
    ['figures of no model', { body: page([result(null, 1, 0)]) }, 'malformed', 'model'],
    ['pages that end too early', { body: { ...page([]), has_more: true } }, 'malformed', 'has_more'],
    ['numbers below zero', { body: page([result('a', -1, 0)]) }, 'malformed', 'data.0.results.0.input_tokens'],
    [
      'a redirect',
      { status: 302, headers: { location: 'http://127.0.0.1:9/' }, body: '' },
      'unreachable',
      'unexpected redirect',
    ],
  ];
  for (const [name, answer, kind, detail, retryAfter] of failures)
    test(`${name} is told from other troubles`, async () => {
      const error = await failure(answer);
      assert.deepEqual([error.kind, error.detail, error.retryAfter], [kind, detail, retryAfter]);
      assert.equal(asked.length, 1, 'asked once');
    });

  test('an error that names what was sent does not give the key away', async () => {
    const error = await askUsage({ key: 'sk-admin-\nsecret', day: '2026-11-22', api: api() }).catch((error) => error);
    assert.equal(error.kind, 'unreachable');
    assert.doesNotMatch(JSON.stringify(error) + String(error), /secret/);
  });

  test('no network', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    const gone = askUsage({ key, day: '2026-11-22', api: `http://127.0.0.1:${port}` });
    await assert.rejects(gone, { kind: 'unreachable', detail: 'ECONNREFUSED' });
  });
});

test('nothing but this opens a connection', () => {
  const source = path.join(root, 'src');
  const connects =
    /\b(fetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon)|['"](node:)?(https?|http2|net|tls|dgram|dns|undici)['"]/;
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  assert.ok(files.length > 100);
  assert.deepEqual(
    files.filter((file) => connects.test(readFileSync(path.join(source, file), 'utf8'))),
    [path.join('usage', 'ask.ts')],
  );
});
